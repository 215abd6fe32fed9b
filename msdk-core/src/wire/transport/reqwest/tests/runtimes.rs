//! One transport on several runtimes, and on machines that lack something or stand still for a while.

use std::{io::Read as _, io::Write as _, net, sync::mpsc, thread};

use tokio::runtime::{Builder, Runtime};

use super::*;

const AMPLE: Attempt = Attempt::within(Duration::from_secs(20));

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

/// A server on threads of its own, whatever becomes of the runtimes that call it.
struct Server {
    url: String,
    connections: Arc<AtomicUsize>,
    /// Has a message for each request that came.
    asked: mpsc::Receiver<()>,
}

impl Server {
    fn start(answer: impl Into<Vec<u8>>) -> Self {
        let listener = net::TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/", listener.local_addr().unwrap());
        let (connections, (tell, asked)) = (Arc::new(AtomicUsize::new(0)), mpsc::channel());
        let counted = connections.clone();
        let answer: Arc<[u8]> = answer.into().into();
        thread::spawn(move || {
            for socket in listener.incoming() {
                counted.fetch_add(1, Ordering::SeqCst);
                let (tell, answer) = (tell.clone(), answer.clone());
                thread::spawn(move || serve(socket.unwrap(), &answer, &tell));
            }
        });
        Self { url, connections, asked }
    }

    fn request(&self) -> http::Request<Bytes> {
        http::Request::post(&self.url).body(Bytes::new()).unwrap()
    }
}

fn serve(mut socket: net::TcpStream, answer: &[u8], tell: &mpsc::Sender<()>) {
    while socket.read(&mut [0; 4096]).is_ok_and(|length| length > 0) {
        if tell.send(()).is_err() || socket.write_all(answer).is_err() {
            break;
        }
    }
}

#[test]
fn a_connection_is_used_on_its_own_runtime_only() {
    const CALLS: usize = 200;
    let server = Server::start(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    let transport = ReqwestTransport::builder().build().unwrap();
    // Runtimes that are alive, and are not polled while another one is.
    let runtimes = [(); 4].map(|()| runtime());
    for call in 0..CALLS {
        let send = async { transport.send(server.request(), AMPLE).await.map(Delivered::keep_connection) };
        // Every tenth call is made by a runtime that ends with it.
        let answer = if call % 10 == 0 { runtime().block_on(send) } else { runtimes[call % 4].block_on(send) };
        assert_eq!(answer.unwrap().body(), "ok", "call {call}");
    }
    assert_eq!(server.connections.load(Ordering::SeqCst), runtimes.len() + CALLS / 10);
    assert!(transport.pool.in_use() <= runtimes.len() + 1, "the clients of runtimes that ended are kept");
}

#[test]
fn a_runtime_that_lacks_something_is_told_so() {
    let transport = ReqwestTransport::builder().build().unwrap();
    let send = || transport.send(http::Request::post("http://127.0.0.1:1/").body(Bytes::new()).unwrap(), AMPLE);
    let fault = |result: Result<Delivered, TransportError>| {
        let error = result.unwrap_err();
        assert_eq!((error.sent(), error.fault()), (Sent::No, Fault::Machine), "{error}");
        error.to_string()
    };
    let none = futures_util::FutureExt::now_or_never(send()).unwrap();
    assert!(fault(none).contains("there is no Tokio runtime here"));
    let without_time = Builder::new_current_thread().enable_io().build().unwrap();
    assert!(fault(without_time.block_on(send())).contains("enable_time"));
    let without_io = Builder::new_current_thread().enable_time().build().unwrap();
    assert!(fault(without_io.block_on(send())).contains("enable_io"));
}

#[test]
fn an_answer_that_came_during_a_pause_is_read() {
    // One that takes many turns to read.
    const SIZE: usize = 900_000;
    let server = Server::start(format!("HTTP/1.1 200 OK\r\nContent-Length: {SIZE}\r\n\r\n{}", "x".repeat(SIZE)));
    let transport = ReqwestTransport::builder().build().unwrap();
    let answer = runtime().block_on(async {
        let send = transport.send(server.request(), Attempt::within(Duration::from_millis(200)));
        let pause = async {
            // The request is written first; then nothing runs for longer than the attempt may take.
            while server.asked.try_recv().is_err() {
                tokio::task::yield_now().await;
            }
            thread::sleep(Duration::from_millis(400));
        };
        tokio::join!(send, pause).0
    });
    assert_eq!(answer.unwrap().keep_connection().body().len(), SIZE);
}

#[tokio::test]
async fn an_attempt_ends_with_its_time_and_names_the_address() {
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = silent.local_addr().unwrap();
    let request = http::Request::post(format!("http://{address}/x/?sig=secret")).body(Bytes::new()).unwrap();
    let transport = ReqwestTransport::builder().build().unwrap();
    let error = transport.send(request, Attempt::within(Duration::from_millis(50))).await.unwrap_err();
    assert_eq!((error.sent(), error.fault(), error.is_timeout()), (Sent::Maybe, Fault::Other, true));
    let line = format!("timed out, no complete answer came: no whole answer came in time ({address})");
    assert_eq!(error.to_string(), line);
}
