//! One transport on several runtimes, and on machines that lack something.

use std::{sync::mpsc, thread};

use tokio::runtime::{Builder, Runtime};

use super::{
    super::super::machine::{is_at_fault, with_thread},
    *,
};

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

/// A server on a thread of its own, whatever becomes of the runtimes that call it.
fn server(answer: String) -> (Server, mpsc::Sender<()>) {
    let (started, server) = mpsc::channel();
    let (stop, stopped) = mpsc::channel::<()>();
    thread::spawn(move || {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        started.send(runtime.block_on(Server::answering(answer))).unwrap();
        let _ = stopped.recv();
    });
    (server.recv().unwrap(), stop)
}

#[test]
fn a_connection_is_used_on_its_own_runtime_only() {
    const CALLS: usize = 1200;
    let (server, _stop) = server(OK.to_owned());
    let transport = transport();
    // Runtimes that are alive, and are not polled while another one is.
    let runtimes = [(); 4].map(|()| runtime());
    for call in 0..CALLS {
        let send = async { transport.send(server.request(), AMPLE).await.map(Delivered::keep_connection) };
        // Every tenth call is made by a runtime that ends with it.
        let answer = if call % 10 == 0 { runtime().block_on(send) } else { runtimes[call % 4].block_on(send) };
        assert_eq!(answer.unwrap().body(), "ok", "call {call}");
    }
    assert_eq!(server.requests(), CALLS);
    assert_eq!(server.connections(), runtimes.len() + CALLS / 10);
}

#[test]
fn a_runtime_that_lacks_something_is_told_so() {
    let transport = transport();
    let send = || transport.send(request("127.0.0.1", 1), AMPLE);
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

#[tokio::test]
async fn a_thread_that_cannot_be_started_is_this_machines_fault() {
    let error = with_thread(async { panic!("OS can't spawn worker thread") }).await.map(|(): ()| ()).unwrap_err();
    assert_eq!((error.sent(), error.fault()), (Sent::No, Fault::Machine));
}

#[cfg(unix)]
#[test]
fn what_this_machine_lacks_or_forbids_is_its_own_fault() {
    let of_code = std::io::Error::from_raw_os_error;
    let (no_descriptors, none_of_the_system, forbidden) = (24, 23, 1);
    for code in [no_descriptors, none_of_the_system, forbidden] {
        assert!(is_at_fault(&of_code(code)), "{code}");
        assert!(is_at_fault(&std::io::Error::other(of_code(code))), "{code}, wrapped");
    }
    assert!(!is_at_fault(&of_code(111)), "refused");
}

#[test]
fn an_answer_that_came_during_a_pause_is_read() {
    // One that takes many turns to read.
    const SIZE: usize = 900_000;
    let (server, _stop) = server(format!("HTTP/1.1 200 OK\r\nContent-Length: {SIZE}\r\n\r\n{}", "x".repeat(SIZE)));
    let transport = transport();
    let answer = runtime().block_on(async {
        let send = transport.send(server.request(), Attempt::within(Duration::from_millis(200)));
        let pause = async {
            // The request is written first; then nothing runs for longer than the attempt may take.
            while server.requests() < 1 {
                tokio::task::yield_now().await;
            }
            thread::sleep(Duration::from_millis(400));
        };
        tokio::join!(send, pause).0
    });
    assert_eq!(answer.unwrap().keep_connection().body().len(), SIZE);
}
