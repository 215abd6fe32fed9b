//! One connection, as a script plays it.

use std::{future::pending, io, sync::Arc};

use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::TcpStream,
    sync::watch,
    time::sleep,
};
use tokio_rustls::{TlsAcceptor, server::TlsStream};

use super::{Log, Request, Script, Step};
use crate::answers::json;

/// A connection, and what was read from it and not yet looked at.
pub(super) struct Connection {
    socket: Socket,
    read: Vec<u8>,
    log: Arc<watch::Sender<Log>>,
    settled: bool,
}

enum Socket {
    Plain(TcpStream),
    Encrypted(Box<TlsStream<TcpStream>>),
}

trait Duplex: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Duplex for T {}

impl Socket {
    fn get(&mut self) -> &mut dyn Duplex {
        match self {
            Self::Plain(socket) => socket,
            Self::Encrypted(stream) => stream,
        }
    }
}

impl Connection {
    pub(super) async fn open(
        socket: TcpStream,
        acceptor: Option<TlsAcceptor>,
        log: Arc<watch::Sender<Log>>,
    ) -> io::Result<Self> {
        socket.set_nodelay(true)?;
        let socket = match acceptor {
            Some(acceptor) => Socket::Encrypted(Box::new(acceptor.accept(socket).await?)),
            None => Socket::Plain(socket),
        };
        Ok(Self { socket, read: Vec::new(), log, settled: false })
    }

    /// Plays the steps until the client hangs up on one, and closes the connection.
    pub(super) async fn play(mut self, script: Script) {
        for step in script {
            if self.step(step).await.is_err() {
                break;
            }
        }
        let Self { socket, log, settled, .. } = self;
        drop(socket);
        if !settled {
            log.send_modify(|log| log.settled += 1);
        }
    }

    async fn step(&mut self, step: Step) -> io::Result<()> {
        match step {
            Step::Read => self.request().await,
            Step::ReadSome => self.socket.get().read_buf(&mut self.read).await.map(drop),
            Step::Send(bytes) => self.send(&bytes).await,
            Step::AnswerTo(number, name) => self.answer_to(number, name).await,
            Step::Drip(bytes, pause) => {
                for byte in bytes {
                    sleep(pause).await;
                    self.send(&[byte]).await?;
                }
                Ok(())
            }
            Step::Flood(bytes, times) => {
                for _ in 0..times {
                    self.send(&bytes).await?;
                }
                Ok(())
            }
            Step::Serve(answer) => {
                self.settle();
                loop {
                    self.request().await?;
                    self.send(&answer).await?;
                }
            }
            Step::Wait(gate) => {
                gate.wait().await;
                Ok(())
            }
            Step::ResetUnless(gate) if gate.is_open() => Ok(()),
            Step::Reset | Step::ResetUnless(_) => self.reset(),
            Step::HalfClose => self.socket.get().shutdown().await,
            Step::Closed => self.closed(true).await,
            Step::Drain => self.closed(false).await,
            Step::Hold => {
                self.settle();
                pending().await
            }
        }
    }

    /// Says that what is left of the script goes on for as long as the client likes.
    fn settle(&mut self) {
        self.settled = true;
        self.log.send_modify(|log| log.settled += 1);
    }

    async fn request(&mut self) -> io::Result<()> {
        loop {
            if let Some((request, length)) = Request::parse(&self.read) {
                self.read.drain(..length);
                self.log.send_modify(|log| log.requests.push(request));
                return Ok(());
            }
            if self.socket.get().read_buf(&mut self.read).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
    }

    async fn answer_to(&mut self, number: usize, name: &str) -> io::Result<()> {
        let ext_info = |request: &Request| request.parameter("msdkExtInfo").to_owned();
        let ext_info = self.log.borrow().requests.get(number).map(ext_info).unwrap_or_default();
        let repeated = if ext_info.is_empty() { String::new() } else { format!(r#","msdkExtInfo":"{ext_info}""#) };
        self.send(&json(format!(r#"{{"ret":0,"msg":"success","nickName":"{name}"{repeated}}}"#))).await
    }

    async fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        let socket = self.socket.get();
        socket.write_all(bytes).await?;
        socket.flush().await?;
        let written = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.log.send_modify(|log| log.written += written);
        Ok(())
    }

    /// Ends the connection with a reset, in whatever state it is.
    fn reset(&mut self) -> io::Result<()> {
        if let Socket::Plain(socket) = &self.socket {
            socket.set_zero_linger()?;
        }
        Err(io::ErrorKind::ConnectionReset.into())
    }

    async fn closed(&mut self, is_silent: bool) -> io::Result<()> {
        // A reset is an end, too.
        while let Ok(1..) = self.socket.get().read_buf(&mut self.read).await {}
        if is_silent && !self.read.is_empty() {
            let text = "a connection that cannot be used again was used again";
            self.log.send_modify(|log| log.unexpected.push(text.to_owned()));
        }
        Ok(())
    }
}
