//! What HTTP is spoken over.
//!
//! A runtime looks at its sockets now and then and remembers what it saw. Where that is too old, the one who reads turns
//! the [`Probe`] on, and reading goes by what the system says at this moment.

use std::{
    fmt,
    io::{self, Read},
    mem::MaybeUninit,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, ready},
};

use socket2::SockRef;
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
};

/// A plain or encrypted connection; one type, so that HTTP is compiled once.
pub(super) struct Stream {
    pub(super) io: Box<dyn Io>,
    pub(super) probe: Probe,
}

pub(super) trait Io: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Io for T {}

/// Whether reads ask the system and wait for nothing.
#[derive(Debug, Clone, Default)]
pub(super) struct Probe(Arc<AtomicBool>);

impl Probe {
    pub(super) fn turn_on(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub(super) fn turn_off(&self) {
        self.0.store(false, Ordering::Relaxed);
    }

    fn is_on(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// A TCP connection.
pub(super) struct Socket {
    tcp: TcpStream,
    probe: Probe,
    /// Whether the first byte is still to come of a peer that may speak TLS and must not.
    awaits_plain_text: bool,
}

impl Socket {
    /// Wraps a connection that is to be encrypted.
    #[cfg(feature = "tls")]
    pub(super) const fn new(tcp: TcpStream, probe: Probe) -> Self {
        Self { tcp, probe, awaits_plain_text: false }
    }

    /// Wraps a plain connection, which fails if its peer speaks TLS.
    pub(super) const fn plain(tcp: TcpStream, probe: Probe) -> Self {
        Self { tcp, probe, awaits_plain_text: true }
    }

    /// Reads what is there. If nothing is, nobody is woken later: whoever probes polls again before they wait.
    fn read_now(&self, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let socket = SockRef::from(&self.tcp);
        let arrived = match socket.peek(&mut [MaybeUninit::uninit()]) {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Poll::Pending,
            Err(error) => Err(error),
            Ok(0) => Ok(()),
            Ok(_) => {
                let mut first = [0; 1];
                (&*socket).read(&mut first).map(|_| buffer.put_slice(&first))
            }
        };
        Poll::Ready(arrived)
    }
}

impl AsyncRead for Socket {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        // The content type of an alert, with which a TLS server answers a request that is not encrypted.
        const ALERT: u8 = 0x15;
        if self.probe.is_on() {
            return self.read_now(buffer);
        }
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.tcp).poll_read(context, buffer))?;
        if self.awaits_plain_text
            && let Some(first) = buffer.filled().get(before)
        {
            self.awaits_plain_text = false;
            if *first == ALERT {
                return Poll::Ready(Err(io::Error::other(PeerSpeaksTls)));
            }
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Socket {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.tcp).poll_write(context, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.tcp).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.tcp.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_shutdown(context)
    }
}

#[derive(Debug)]
pub(super) struct PeerSpeaksTls;

impl fmt::Display for PeerSpeaksTls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the server speaks TLS; the base URL should start with https")
    }
}

impl std::error::Error for PeerSpeaksTls {}
