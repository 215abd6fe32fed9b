//! What happens to a process: that it is stopped for a while, or may open no more files.
//!
//! Each test starts this test program once more, which makes the calls in [`in_a_process_of_its_own`].
#![cfg(unix)]

use std::{
    env,
    fs::File,
    io::{self, Read, Write},
    net::{TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use bytes::Bytes;
use futures_util::future::join_all;
use http::Request;
use tokio::runtime::Builder;

use super::{Attempt, Fault, HyperTransport, Sent, Transport, TransportFuture};

const OK: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
const CALLS: usize = 10;
/// Ample for the requests to arrive.
const LIMIT: Duration = Duration::from_secs(2);

/// What the process is told, in its environment: what to do, over which transport, on how many threads, to which port.
const TOLD: &str = "MSDK_TEST_TOLD";

/// The transports of this build.
const TRANSPORTS: &[&str] = if cfg!(feature = "reqwest") { &["hyper", "reqwest"] } else { &["hyper"] };

fn transport(name: &str) -> Box<dyn Transport> {
    match name {
        #[cfg(feature = "reqwest")]
        "reqwest" => Box::new(super::ReqwestTransport::builder().build().unwrap()),
        _ => Box::new(HyperTransport::builder().build().unwrap()),
    }
}

/// Does what the process was started for; as a test like any other it has nothing to do.
#[test]
fn in_a_process_of_its_own() {
    let Ok(told) = env::var(TOLD) else { return };
    let told: Vec<_> = told.split(' ').collect();
    let [what, name, threads, port] = told[..] else { panic!("{told:?}") };
    let mut builder = match threads {
        "0" => Builder::new_current_thread(),
        _ => Builder::new_multi_thread(),
    };
    let runtime = builder.worker_threads(threads.parse::<usize>().unwrap().max(1)).enable_all().build().unwrap();
    let transport = transport(name);
    let send = || {
        let request = Request::post(format!("http://127.0.0.1:{port}/")).body(Bytes::from_static(b"{}"));
        transport.send(request.unwrap(), Attempt::within(LIMIT))
    };
    runtime.block_on(async {
        match what {
            "call" => call(send).await,
            "starve" => starve(send).await,
            _ => panic!("{what}"),
        }
    });
}

async fn call<'t>(send: impl Fn() -> TransportFuture<'t>) {
    for delivered in join_all((0..CALLS).map(|_| send())).await {
        assert_eq!(delivered.unwrap().keep_connection().body(), "ok");
    }
}

async fn starve<'t>(send: impl Fn() -> TransportFuture<'t>) {
    let _all_there_are: Vec<_> = std::iter::from_fn(|| File::open("/dev/null").ok()).collect();
    let error = send().await.unwrap_err();
    assert_eq!((error.sent(), error.fault()), (Sent::No, Fault::Machine), "{error}");
}

/// Starts the process; `shell` is put before the command.
fn start(shell: &str, told: &str) -> Child {
    let name = concat!(module_path!(), "::in_a_process_of_its_own").split_once("::").unwrap().1;
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{shell} exec \"$0\" \"$@\"")]).arg(env::current_exe().unwrap());
    command.args(["--exact", name, "--nocapture"]).env(TOLD, told);
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

fn succeeds(process: Child, told: &str) {
    let output = process.wait_with_output().unwrap();
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8_lossy(&text);
    assert!(output.status.success() && text.contains("1 passed"), "{told}: {text}");
}

fn read_request(listener: &TcpListener) -> io::Result<TcpStream> {
    let (mut socket, _) = listener.accept()?;
    let mut bytes = Vec::new();
    while !bytes.ends_with(b"\r\n\r\n{}") {
        let mut some = [0; 1024];
        let length = socket.read(&mut some)?;
        bytes.extend_from_slice(&some[..length]);
    }
    Ok(socket)
}

fn signal(process: &Child, signal: &str) {
    assert!(Command::new("kill").args([signal, &process.id().to_string()]).status().unwrap().success());
}

fn stop_while_answers_come(name: &str, threads: usize) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let told = format!("call {name} {threads} {}", listener.local_addr().unwrap().port());
    let process = start("", &told);
    let mut sockets: Vec<_> = (0..CALLS).map(|_| read_request(&listener).unwrap()).collect();
    signal(&process, "-STOP");
    for socket in &mut sockets {
        socket.write_all(OK).unwrap();
    }
    // The time that passes is what is tested: every limit is over when the process goes on.
    thread::sleep(LIMIT + LIMIT / 4);
    signal(&process, "-CONT");
    succeeds(process, &told);
}

#[test]
fn answers_that_came_while_the_process_was_stopped_are_read() {
    thread::scope(|scope| {
        for name in TRANSPORTS {
            for threads in [0, 1, 4] {
                scope.spawn(move || stop_while_answers_come(name, threads));
            }
        }
    });
}

#[test]
fn a_process_without_a_file_left_is_told_so() {
    for name in TRANSPORTS {
        let told = format!("starve {name} 0 1");
        succeeds(start("ulimit -n 64;", &told), &told);
    }
}
