//! From an origin to a connection.

use std::{
    future::pending,
    io,
    net::{IpAddr, SocketAddr},
    pin::pin,
    time::Duration,
};

use tokio::{
    net::{TcpStream, lookup_host},
    time::{Instant, sleep, timeout, timeout_at},
};

#[cfg(feature = "tls")]
use super::{super::causes, encrypt::Encryption};
use super::{
    super::{Fault, Sent, TransportError, machine},
    Origin,
    stream::{Probe, Socket, Stream},
};
use crate::wire::wait::{UnderWay, before};

/// Makes connections.
#[derive(Debug)]
pub(super) struct Connector {
    /// The time that each address has.
    pub(super) timeout: Duration,
    /// The addresses of hosts that are not looked up.
    pub(super) known: Vec<(String, Vec<IpAddr>)>,
    #[cfg(feature = "tls")]
    pub(super) encryption: Encryption,
}

impl Connector {
    pub(super) async fn connect(&self, origin: &Origin, deadline: Instant) -> Result<Stream, TransportError> {
        let resolved = timeout_at(deadline, self.resolve(origin)).await;
        let addresses =
            resolved.unwrap_or_else(|_| Err(late(origin, Fault::Dns, "its name was not looked up in time")))?;
        let dialled = timeout_at(deadline, dial(addresses, self.timeout)).await;
        let socket = match dialled {
            Ok(Ok(socket)) => socket,
            Ok(Err(error)) if machine::is_at_fault(&error) => {
                return Err(unsent(origin, Fault::Machine, &error.to_string()));
            }
            Ok(Err(error)) if error.kind() != io::ErrorKind::TimedOut => {
                return Err(unsent(origin, Fault::Connect, &error.to_string()));
            }
            Ok(Err(_)) | Err(_) => return Err(late(origin, Fault::Connect, "no connection was made in time")),
        };
        if !origin.encrypted {
            let probe = Probe::default();
            return Ok(Stream { io: Box::new(Socket::plain(socket, probe.clone())), probe });
        }
        self.encrypt(origin, socket, deadline).await
    }

    #[cfg(feature = "tls")]
    async fn encrypt(&self, origin: &Origin, socket: TcpStream, deadline: Instant) -> Result<Stream, TransportError> {
        let deadline = deadline.min(super::after(Instant::now(), self.timeout));
        match timeout_at(deadline, self.encryption.handshake(origin.host(), socket)).await {
            Ok(Ok(stream)) => Ok(stream),
            Ok(Err(error)) => {
                let fault = if causes::is_tls(&error) { Fault::Tls } else { Fault::Connect };
                Err(unsent(origin, fault, &causes::text(&error)))
            }
            Err(_) => Err(late(origin, Fault::Connect, "no encrypted connection was made in time")),
        }
    }

    #[cfg(not(feature = "tls"))]
    #[expect(clippy::unused_async, reason = "the same signature as with TLS")]
    async fn encrypt(&self, origin: &Origin, _: TcpStream, _: Instant) -> Result<Stream, TransportError> {
        Err(unsent(origin, Fault::Tls, "this build has no TLS; turn the feature `tls` on"))
    }

    async fn resolve(&self, origin: &Origin) -> Result<Vec<SocketAddr>, TransportError> {
        let (host, port) = (origin.host(), origin.port());
        let known = self.known.iter().find(|(name, _)| name.eq_ignore_ascii_case(host));
        let addresses: Vec<_> = match (known, host.parse::<IpAddr>()) {
            (Some((_, addresses)), _) => addresses.iter().map(|address| SocketAddr::new(*address, port)).collect(),
            (None, Ok(address)) => vec![SocketAddr::new(address, port)],
            (None, Err(_)) => match machine::with_thread(lookup_host((host, port))).await? {
                Ok(found) => found.collect(),
                Err(error) => {
                    let fault = if machine::is_at_fault(&error) { Fault::Machine } else { Fault::Dns };
                    return Err(unsent(origin, fault, &error.to_string()));
                }
            },
        };
        if addresses.is_empty() { Err(unsent(origin, Fault::Dns, "the name has no address")) } else { Ok(addresses) }
    }
}

fn unsent(origin: &Origin, fault: Fault, reason: &str) -> TransportError {
    TransportError::new(Sent::No, fault, format!("{origin}: {reason}"))
}

fn late(origin: &Origin, fault: Fault, reason: &str) -> TransportError {
    unsent(origin, fault, reason).with_timeout()
}

/// Connects to the first address that answers. Each has a head start over the next, as in RFC 8305, so that a dead one
/// costs little and a live one is left alone.
async fn dial(addresses: Vec<SocketAddr>, limit: Duration) -> io::Result<TcpStream> {
    const HEAD_START: Duration = Duration::from_millis(250);
    let mut waiting = addresses.into_iter();
    let mut dialled = UnderWay::new();
    let mut last: Option<io::Error> = None;
    loop {
        if let Some(address) = waiting.next() {
            dialled.add(dial_one(address, limit));
        }
        let is_last = waiting.len() == 0;
        let pause = async { if is_last { pending().await } else { sleep(HEAD_START).await } };
        match before(pin!(dialled.next()), pin!(pause)).await {
            Some(Some(Ok(socket))) => return Ok(socket),
            Some(Some(Err(error))) => last = Some(more_telling(last, error)),
            Some(None) => return Err(last.unwrap_or(io::ErrorKind::AddrNotAvailable.into())),
            None => {}
        }
    }
}

/// Picks the error to report. That this machine has no address of a kind, such as IPv6, says less than what became of the
/// other addresses.
fn more_telling(last: Option<io::Error>, next: io::Error) -> io::Error {
    match last {
        Some(last) if machine::is_at_fault(&next) => last,
        _ => next,
    }
}

async fn dial_one(address: SocketAddr, limit: Duration) -> io::Result<TcpStream> {
    let socket = timeout(limit, TcpStream::connect(address)).await.map_err(|_| io::ErrorKind::TimedOut)??;
    socket.set_nodelay(true)?;
    Ok(socket)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_network_says_counts_more_than_what_this_machine_lacks() {
        const REFUSED: i32 = 111;
        const FORBIDDEN: i32 = if cfg!(windows) { 10013 } else { 1 };
        let picked = |codes: [i32; 2]| {
            let [first, second] = codes.map(io::Error::from_raw_os_error);
            more_telling(Some(more_telling(None, first)), second).raw_os_error()
        };
        for codes in [[REFUSED, FORBIDDEN], [FORBIDDEN, REFUSED]] {
            assert_eq!(picked(codes), Some(REFUSED), "{codes:?}");
        }
        assert_eq!(picked([FORBIDDEN; 2]), Some(FORBIDDEN));
    }
}
