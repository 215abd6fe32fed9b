//! A server that answers from a script, and what tests call it with.

use std::sync::{Arc, Mutex};

use msdk::{Client, ClientBuilder, Session, UnixTime, msdk_endpoint, msdk_reply};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

pub(crate) const APP_ID: &str = "100703379";
pub(crate) const APP_KEY: &str = "0123456789abcdef0123456789abcdef";
pub(crate) const OPENID: &str = "A3284A812ECA15269F85AE1C2D94EB37";
pub(crate) const TOKEN: &str = "933FE8C9AB9C585D7EABD04373B7155F";

/// Asks for anything.
#[msdk_endpoint(path = "/game/ping/", method = POST)]
#[derive(Debug, Clone, Default)]
pub(crate) struct Ping {
    /// Anything.
    pub(crate) text: Option<String>,
}

/// Anything.
#[msdk_reply]
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PingReply {
    /// Anything.
    pub(crate) pong: u32,
}

pub(crate) fn session() -> Session {
    Session::new(OPENID, TOKEN)
}

/// Settings with a clock that stands still.
pub(crate) fn settings(base_url: &str) -> ClientBuilder {
    let time = UnixTime::from_secs(1_381_288_134);
    Client::builder().app_id(APP_ID).app_key(APP_KEY).base_url(base_url).clock(time)
}

/// A server that gives each request in turn the next answer, byte for byte, and closes the connection after it unless
/// told to keep it. A request beyond the last answer finds its connection closed.
pub(crate) struct Script {
    pub(crate) base_url: String,
    seen: Arc<Mutex<Seen>>,
    server: JoinHandle<()>,
}

#[derive(Default)]
struct Seen {
    requests: Vec<String>,
    connections: usize,
}

impl Script {
    /// Serves whole HTTP answers.
    pub(crate) async fn raw(answers: impl IntoIterator<Item = Vec<u8>>) -> Self {
        Self::start(answers, false).await
    }

    /// Serves bodies with status 200.
    pub(crate) async fn bodies(bodies: impl IntoIterator<Item = &str>) -> Self {
        Self::raw(bodies.into_iter().map(|body| http("200 OK", body))).await
    }

    /// Serves bodies with status 200 on connections that stay open.
    pub(crate) async fn keeping(bodies: impl IntoIterator<Item = &str>) -> Self {
        Self::start(bodies.into_iter().map(|body| http("200 OK", body)), true).await
    }

    /// Serves whole HTTP answers, on connections that stay open if told so.
    pub(crate) async fn start(answers: impl IntoIterator<Item = Vec<u8>>, keep: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base_url = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::new(Mutex::new(Seen::default()));
        let mut answers: Vec<_> = answers.into_iter().collect();
        answers.reverse();
        let server = tokio::spawn(serve(listener, answers, keep, Arc::clone(&seen)));
        Self { base_url, seen, server }
    }

    /// Returns the requests so far.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.seen.lock().unwrap().requests.clone()
    }

    /// Returns how many connections there were so far.
    pub(crate) fn connections(&self) -> usize {
        self.seen.lock().unwrap().connections
    }
}

/// One connection after the other, since one call after the other is what is tested.
async fn serve(listener: TcpListener, mut answers: Vec<Vec<u8>>, keep: bool, seen: Arc<Mutex<Seen>>) {
    loop {
        let (mut connection, _) = listener.accept().await.unwrap();
        seen.lock().unwrap().connections += 1;
        while let Some(request) = read_request(&mut connection).await {
            seen.lock().unwrap().requests.push(request);
            let Some(answer) = answers.pop() else { break };
            // The client may have hung up on a part of it.
            let _ = connection.write_all(&answer).await;
            if !keep {
                break;
            }
        }
    }
}

impl Drop for Script {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// A server that answers each request by its number and by the `msdkExtInfo` that it carries.
pub(crate) struct Echoing {
    pub(crate) base_url: String,
    seen: Arc<Mutex<EchoingSeen>>,
    server: JoinHandle<()>,
}

#[derive(Default)]
struct EchoingSeen {
    sent: Vec<String>,
    connections: usize,
}

impl Echoing {
    /// Starts one; `answer` makes the body.
    pub(crate) async fn start(answer: impl Fn(usize, &str) -> String + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base_url = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::new(Mutex::new(EchoingSeen::default()));
        let noted = Arc::clone(&seen);
        let server = tokio::spawn(async move {
            loop {
                let (mut connection, _) = listener.accept().await.unwrap();
                noted.lock().unwrap().connections += 1;
                while let Some(request) = read_request(&mut connection).await {
                    let (_, number) = request.split_once("msdkExtInfo=").unwrap();
                    let number = number.split(['&', ' ']).next().unwrap().to_owned();
                    let body = answer(noted.lock().unwrap().sent.len(), &number);
                    noted.lock().unwrap().sent.push(number);
                    let _ = connection.write_all(&http("200 OK", &body)).await;
                }
            }
        });
        Self { base_url, seen, server }
    }

    /// Returns the numbers so far.
    pub(crate) fn sent(&self) -> Vec<String> {
        self.seen.lock().unwrap().sent.clone()
    }

    /// Returns how many connections there were so far.
    pub(crate) fn connections(&self) -> usize {
        self.seen.lock().unwrap().connections
    }
}

impl Drop for Echoing {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// An answer with a status and a body.
pub(crate) fn http(status: &str, body: &str) -> Vec<u8> {
    format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

/// The first part of an error's line, before what may have come of it, attempts, time and advice.
pub(crate) fn what_happened(error: &msdk::Error) -> String {
    let line = error.to_string();
    line.split("; it ").next().unwrap_or(&line).to_owned()
}

/// Calls [`Ping`] on a server that answers with one body.
pub(crate) async fn ping_answered(body: &str) -> Result<PingReply, msdk::Error> {
    let script = Script::bodies([body]).await;
    let client = settings(&script.base_url).build().unwrap();
    ping(&client, &session(), Ping::default()).await
}

async fn read_request(connection: &mut TcpStream) -> Option<String> {
    let mut bytes = Vec::new();
    while let Ok(1..) = connection.read_buf(&mut bytes).await {
        let text = String::from_utf8_lossy(&bytes);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let head = head.to_lowercase();
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
            if body.len() >= length.unwrap_or(0) {
                return Some(String::from_utf8(bytes).unwrap());
            }
        }
    }
    None
}
