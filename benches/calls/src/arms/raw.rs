//! Prepared bytes on a socket: what the operating system and tokio cost.

use common::{
    answers::{self, OPENID, TOKEN},
    arm::{Arm, Caller, Target},
    hand::Query,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use super::prepared;

/// The call that all arms make.
pub(crate) struct Raw {
    address: String,
    request: String,
}

/// The profile of the player, for servers with one fixed answer of a length that is not known before.
pub(crate) struct RawProfile(Raw);

pub(crate) struct RawCaller {
    socket: TcpStream,
    request: String,
    answer: Vec<u8>,
}

fn request(address: &str, path: &str, body: &str) -> String {
    let length = body.len();
    format!("POST {path} HTTP/1.1\r\nhost: {address}\r\ncontent-length: {length}\r\n\r\n{body}")
}

impl Arm for Raw {
    type Caller = RawCaller;

    fn new(target: &Target) -> Self {
        let body = answers::request_body(answers::flag(target.friends));
        let request = request(&target.address, &prepared::path(), &body);
        Self { address: target.address.clone(), request }
    }

    async fn caller(&self) -> RawCaller {
        let socket = TcpStream::connect(&self.address).await.expect("a connection");
        socket.set_nodelay(true).expect("an option");
        RawCaller { socket, request: self.request.clone(), answer: Vec::with_capacity(8 * 1024) }
    }
}

impl Arm for RawProfile {
    type Caller = RawCaller;

    fn new(target: &Target) -> Self {
        let path = format!("/relation/qqprofile/?{}", Query::signed().to_text());
        let body = format!(r#"{{"appid":"{}","accessToken":"{TOKEN}","openid":"{OPENID}"}}"#, answers::APP_ID);
        Self(Raw { address: target.address.clone(), request: request(&target.address, &path, &body) })
    }

    async fn caller(&self) -> RawCaller {
        self.0.caller().await
    }
}

impl Caller for RawCaller {
    async fn call(&mut self) {
        self.socket.write_all(self.request.as_bytes()).await.expect("a request");
        self.answer.clear();
        let mut length = None;
        while length.is_none_or(|length| self.answer.len() < length) {
            assert_ne!(self.socket.read_buf(&mut self.answer).await.expect("an answer"), 0);
            length = length.or_else(|| whole_length(&self.answer));
        }
    }
}

/// Returns the length of an answer, once its head is there.
fn whole_length(answer: &[u8]) -> Option<usize> {
    let head = answer.windows(4).position(|end| end == b"\r\n\r\n")?;
    let text = std::str::from_utf8(&answer[..head]).expect("a head");
    assert!(text.starts_with("HTTP/1.1 200"), "{text}");
    let length = |line: &str| {
        let (name, value) = line.split_once(": ")?;
        name.eq_ignore_ascii_case("content-length").then(|| value.parse().expect("a length"))
    };
    let body: usize = text.lines().find_map(length).expect("a length");
    Some(head + 4 + body)
}
