//! The transport over real sockets, against servers that do what servers should not.

mod answers;
mod connecting;
mod exchange;
mod pooling;
mod runtimes;
#[cfg(feature = "tls")]
mod tls;

use std::{
    future::Future,
    net::{IpAddr, Ipv4Addr},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use http::Request;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    task::{JoinHandle, JoinSet},
};

use super::{
    super::{Attempt, Delivered, Fault, Sent, Transport, TransportError},
    HyperTransport,
};

const LOCALHOST: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);
/// Another address of this machine, at which nobody listens unless a test does.
const ELSEWHERE: IpAddr = IpAddr::V4(Ipv4Addr::new(127, 0, 0, 2));
/// Longer than any test takes.
const AMPLE: Attempt = Attempt::within(Duration::from_secs(20));
const OK: &str = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

/// A server that does the same on each connection, and counts.
struct Server {
    port: u16,
    counts: Arc<Counts>,
    task: JoinHandle<()>,
}

#[derive(Default)]
struct Counts {
    connections: AtomicUsize,
    requests: AtomicUsize,
}

/// The server's end of a connection.
struct Peer {
    socket: TcpStream,
    counts: Arc<Counts>,
}

impl Server {
    async fn start<F: Future<Output = ()> + Send + 'static>(play: impl Fn(Peer) -> F + Send + 'static) -> Self {
        Self::on(LOCALHOST, play).await
    }

    async fn on<F: Future<Output = ()> + Send + 'static>(
        address: IpAddr,
        play: impl Fn(Peer) -> F + Send + 'static,
    ) -> Self {
        let listener = TcpListener::bind((address, 0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let counts = Arc::new(Counts::default());
        let counted = Arc::clone(&counts);
        let task = tokio::spawn(async move {
            let mut peers = JoinSet::new();
            loop {
                let (socket, _) = listener.accept().await.unwrap();
                counted.connections.fetch_add(1, Ordering::SeqCst);
                peers.spawn(play(Peer { socket, counts: Arc::clone(&counted) }));
            }
        });
        Self { port, counts, task }
    }

    /// Answers every request with the same bytes and closes the connection after the last.
    async fn answering(answer: impl Into<Vec<u8>>) -> Self {
        let answer = Arc::new(answer.into());
        Self::start(move |mut peer| {
            let answer = Arc::clone(&answer);
            async move {
                while peer.request().await.is_some() {
                    peer.write(&answer).await;
                }
            }
        })
        .await
    }

    /// Answers one request with some bytes and closes the connection.
    async fn answering_once(answer: impl Into<Vec<u8>>) -> Self {
        let answer = Arc::new(answer.into());
        Self::start(move |mut peer| {
            let answer = Arc::clone(&answer);
            async move {
                peer.request().await;
                peer.write(&answer).await;
            }
        })
        .await
    }

    fn connections(&self) -> usize {
        self.counts.connections.load(Ordering::SeqCst)
    }

    fn requests(&self) -> usize {
        self.counts.requests.load(Ordering::SeqCst)
    }

    fn request(&self) -> Request<Bytes> {
        request("127.0.0.1", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Peer {
    /// Reads a request; none if the connection ends.
    async fn request(&mut self) -> Option<String> {
        let mut bytes = Vec::new();
        while let Ok(1..) = self.socket.read_buf(&mut bytes).await {
            let text = String::from_utf8_lossy(&bytes);
            if let Some((head, body)) = text.split_once("\r\n\r\n") {
                let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
                if body.len() >= length.unwrap_or(0) {
                    self.counts.requests.fetch_add(1, Ordering::SeqCst);
                    return Some(text.into_owned());
                }
            }
        }
        None
    }

    /// Writes some bytes, unless the client hung up on them.
    async fn write(&mut self, bytes: &[u8]) {
        let _ = self.socket.write_all(bytes).await;
    }

    /// Waits until the client closes the connection.
    async fn closed(&mut self) {
        let mut rest = Vec::new();
        let _ = self.socket.read_to_end(&mut rest).await;
    }
}

fn request(host: &str, port: u16) -> Request<Bytes> {
    let request = Request::post(format!("http://{host}:{port}/share/qq/?sig=secret"));
    request.header("content-type", "application/json").body(Bytes::from_static(b"{}")).unwrap()
}

fn transport() -> HyperTransport {
    HyperTransport::builder().build().unwrap()
}

/// Sends a request that is answered with `ok`, and keeps the connection.
async fn succeed(transport: &HyperTransport, server: &Server) {
    let delivered = transport.send(server.request(), AMPLE).await.unwrap();
    assert_eq!(delivered.keep_connection().body(), "ok");
}

/// Sends a request that fails in a certain way.
async fn fail(transport: &HyperTransport, request: Request<Bytes>, sent: Sent, fault: Fault) -> TransportError {
    let error = transport.send(request, AMPLE).await.unwrap_err();
    assert_eq!((error.sent(), error.fault()), (sent, fault), "{error}");
    assert!(!error.to_string().contains("secret") && !error.to_string().contains("share"), "{error}");
    error
}

/// Sends a request that fails after it was sent.
async fn fail_with(answer: impl Into<Vec<u8>>, fault: Fault) -> TransportError {
    let server = Server::answering_once(answer).await;
    let error = fail(&transport(), server.request(), Sent::Maybe, fault).await;
    assert_eq!((server.connections(), server.requests()), (1, 1));
    error
}

/// Sends a request that is answered somehow.
async fn answer_of(answer: impl Into<Vec<u8>>) -> Delivered {
    let server = Server::answering_once(answer).await;
    transport().send(server.request(), AMPLE).await.unwrap()
}
