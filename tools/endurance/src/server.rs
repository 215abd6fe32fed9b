//! A server that counts what it did, and fails as it is told.

mod crowd;

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    runtime::Runtime,
};

pub(crate) use self::crowd::Crowd;

/// How a request ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It is done and answered.
    Answered,
    /// It is answered, and the connection is closed without a word.
    AnsweredAndClosed,
    /// The connection is reset before anything is done.
    ResetBefore,
    /// It is done, and the connection is reset.
    ResetAfter,
    /// It is done, and half of the answer is sent.
    Cut,
    /// It is done, and half of the answer's head is sent.
    HeadCut,
}

/// Says how the next request ends.
pub(crate) type Fates = fn() -> Fate;

/// A running server on a runtime of its own.
pub(crate) struct Server {
    pub(crate) port: u16,
    shared: Arc<Shared>,
    _runtime: Runtime,
}

struct Shared {
    fates: Fates,
    crowd: Option<Arc<Crowd>>,
    down: AtomicBool,
    connections: AtomicU64,
    requests: AtomicU64,
    faults: AtomicU64,
    /// How often each call was done.
    done: Mutex<HashMap<String, u32>>,
    remembers: bool,
}

impl Server {
    /// Starts a server; one that does not remember counts calls, but does not tell them apart.
    pub(crate) fn start(fates: Fates, remembers: bool) -> Self {
        Self::start_all(fates, None, remembers)
    }

    /// Starts a server that fails a crowd of calls.
    pub(crate) fn start_with_crowd(crowd: Arc<Crowd>) -> Self {
        Self::start_all(|| Fate::Answered, Some(crowd), false)
    }

    fn start_all(fates: Fates, crowd: Option<Arc<Crowd>>, remembers: bool) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = runtime.expect("a runtime");
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let shared = Arc::new(Shared {
            fates,
            crowd,
            down: AtomicBool::new(false),
            connections: AtomicU64::new(0),
            requests: AtomicU64::new(0),
            faults: AtomicU64::new(0),
            done: Mutex::default(),
            remembers,
        });
        let accepting = Arc::clone(&shared);
        runtime.spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                accepting.connections.fetch_add(1, Ordering::Relaxed);
                if accepting.down.load(Ordering::Relaxed) {
                    reset(socket);
                } else {
                    tokio::spawn(serve(socket, Arc::clone(&accepting)));
                }
            }
        });
        Self { port, shared, _runtime: runtime }
    }

    /// Resets whatever connects or asks, until it is told otherwise.
    pub(crate) fn set_down(&self, down: bool) {
        self.shared.down.store(down, Ordering::Relaxed);
    }

    pub(crate) fn connections(&self) -> u64 {
        self.shared.connections.load(Ordering::Relaxed)
    }

    pub(crate) fn requests(&self) -> u64 {
        self.shared.requests.load(Ordering::Relaxed)
    }

    pub(crate) fn faults(&self) -> u64 {
        self.shared.faults.load(Ordering::Relaxed)
    }

    /// Returns how often each call was done, by its path and its `msdkExtInfo`.
    pub(crate) fn done(&self) -> HashMap<String, u32> {
        self.shared.done.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

async fn serve(mut socket: TcpStream, shared: Arc<Shared>) {
    let mut bytes = Vec::with_capacity(2048);
    while let Some(call) = read(&mut socket, &mut bytes).await {
        shared.requests.fetch_add(1, Ordering::Relaxed);
        let fate = match &shared.crowd {
            Some(crowd) => crowd.fate(&call).await,
            None if shared.down.load(Ordering::Relaxed) => Fate::ResetBefore,
            None => (shared.fates)(),
        };
        if !matches!(fate, Fate::Answered | Fate::AnsweredAndClosed) {
            shared.faults.fetch_add(1, Ordering::Relaxed);
        }
        if fate == Fate::ResetBefore {
            return reset(socket);
        }
        let ext_info = call.rsplit('/').next().unwrap_or_default().to_owned();
        if shared.remembers {
            *shared.done.lock().unwrap_or_else(PoisonError::into_inner).entry(call).or_default() += 1;
        }
        let body = format!(r#"{{"ret":0,"msg":"success","msdkExtInfo":"{ext_info}","text":"{}"}}"#, "x".repeat(200));
        let answer = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len());
        let sent = match fate {
            Fate::ResetAfter => return reset(socket),
            Fate::Cut => &answer.as_bytes()[..answer.len() / 2],
            Fate::HeadCut => &answer.as_bytes()[..20],
            _ => answer.as_bytes(),
        };
        if socket.write_all(sent).await.is_err() || fate != Fate::Answered {
            return;
        }
    }
}

/// Reads one request and returns which call it is: its path and its `msdkExtInfo`.
async fn read(socket: &mut TcpStream, bytes: &mut Vec<u8>) -> Option<String> {
    bytes.clear();
    loop {
        if socket.read_buf(bytes).await.ok()? == 0 {
            return None;
        }
        let text = std::str::from_utf8(bytes).ok()?;
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok()).unwrap_or(0);
        if body.len() >= length {
            let target = head.split(' ').nth(1)?;
            let (path, query) = target.split_once('?')?;
            let ext_info = query.split('&').find_map(|pair| pair.strip_prefix("msdkExtInfo="))?;
            return Some(format!("{path}{ext_info}"));
        }
    }
}

/// Closes with a reset instead of an end.
fn reset(socket: TcpStream) {
    let _ = socket2::SockRef::from(&socket).set_linger(Some(Duration::ZERO));
    drop(socket);
}
