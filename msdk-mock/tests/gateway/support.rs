//! A gateway whose clock stands still, and requests that can be spoiled.

use msdk::{Client, Session, UnixTime, declare::Endpoint};
use msdk_mock::{Gateway, Refusal, demo};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

pub(crate) const NOW: UnixTime = UnixTime::from_secs(1_425_513_600);

pub(crate) async fn start() -> Gateway {
    Gateway::builder().clock(NOW).start().await.unwrap()
}

pub(crate) fn client(gateway: &Gateway) -> Client {
    let builder = Client::builder().app_id(gateway.app_id()).app_key(gateway.app_key());
    // Answers are compared whole.
    builder.base_url(gateway.base_url()).clock(NOW).ext_info(msdk::policy::ExtInfo::Never).build().unwrap()
}

pub(crate) fn caller() -> Session {
    Session::new(demo::CALLER, demo::CALLER_TOKEN)
}

/// Sends what the client would send for the caller, and returns the answer as it is.
pub(crate) async fn answer(gateway: &Gateway, endpoint: impl Endpoint) -> Value {
    Raw::of(gateway, endpoint).send(gateway).await
}

/// A refusal without anything else in it.
pub(crate) fn refusal(ret: i64, msg: &str) -> Value {
    json!({"ret": ret, "msg": msg})
}

/// A refusal of an endpoint for groups.
pub(crate) fn group_refusal(plat_code: &str, text: &str) -> Value {
    json!({"ret": -10000, "msg": format!("{plat_code},{text}"), "platCode": plat_code, "is_lost": "0"})
}

/// A request in pieces, which starts as a valid one.
#[derive(Clone)]
pub(crate) struct Raw {
    pub(crate) method: http::Method,
    pub(crate) path: String,
    /// Not decoded.
    pub(crate) query: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Raw {
    /// What the client would send for the caller.
    pub(crate) fn of(gateway: &Gateway, endpoint: impl Endpoint) -> Self {
        Self::by(gateway, &caller(), endpoint)
    }

    pub(crate) fn by(gateway: &Gateway, session: &Session, endpoint: impl Endpoint) -> Self {
        Self::from(client(gateway).prepare(session, endpoint).unwrap())
    }

    pub(crate) fn from(request: http::Request<bytes::Bytes>) -> Self {
        let (head, body) = request.into_parts();
        let query = head.uri.query().unwrap().split('&').map(|pair| pair.split_once('=').unwrap());
        Self {
            method: head.method,
            path: head.uri.path().to_owned(),
            query: query.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            body: body.to_vec(),
        }
    }

    /// Replaces a parameter, or adds it.
    pub(crate) fn set(self, name: &str, value: &str) -> Self {
        self.without(name).also(name, value)
    }

    pub(crate) fn also(mut self, name: &str, value: &str) -> Self {
        self.query.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn without(mut self, name: &str) -> Self {
        self.query.retain(|(known, _)| known != name);
        self
    }

    /// Changes the body.
    pub(crate) fn edit(mut self, edit: impl FnOnce(&mut Value)) -> Self {
        let mut body = serde_json::from_slice(&self.body).unwrap();
        edit(&mut body);
        self.body = serde_json::to_vec(&body).unwrap();
        self
    }

    /// Has a key of the body twice.
    pub(crate) fn twice(mut self, name: &str) -> Self {
        let body: Value = serde_json::from_slice(&self.body).unwrap();
        let text = serde_json::to_string(&body).unwrap();
        self.body = text.replacen('{', &format!("{{\"{name}\":{},", body[name]), 1).into_bytes();
        self
    }

    /// Sends a number where the body has a text.
    pub(crate) fn by_number(self, name: &str) -> Self {
        self.edit(|body| body[name] = json!(933))
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let query: Vec<String> = self.query.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let head = format!(
            "{} {}?{} HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
            self.method,
            self.path,
            query.join("&"),
            self.body.len(),
        );
        [head.as_bytes(), &self.body].concat()
    }

    /// Sends the request byte for byte, and returns the head and the body of the answer.
    pub(crate) async fn exchange_at(self, address: &str) -> (String, String) {
        let mut connection = TcpStream::connect(address).await.unwrap();
        connection.write_all(&self.bytes()).await.unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).await.unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_owned(), body.to_owned())
    }

    pub(crate) async fn exchange(self, gateway: &Gateway) -> (String, String) {
        self.exchange_at(gateway.base_url().strip_prefix("http://").unwrap()).await
    }

    /// Sends the request byte for byte, which no HTTP client would do with all of them.
    pub(crate) async fn send(self, gateway: &Gateway) -> Value {
        let (head, body) = self.exchange(gateway).await;
        assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{head}");
        assert!(head.contains("content-type: application/json; charset=utf-8"), "{head}");
        let answer: Value = serde_json::from_str(&body).unwrap();
        assert_is_said_in_chinese(&answer);
        answer
    }
}

/// The refusals of tests' own handlers and faults.
const OF_TESTS: [&str; 3] = ["busy", "too often", "zone is full"];

/// Whatever the gateway itself refuses, it can say in Chinese.
fn assert_is_said_in_chinese(answer: &Value) {
    let is_own = |msg: &&str| answer["ret"] != 0 && !OF_TESTS.contains(msg);
    if let Some(msg) = answer["msg"].as_str().filter(is_own) {
        let chinese = Refusal::chinese_of(msg).unwrap_or_default();
        assert!(chinese.contains(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{msg:?} is said as {chinese:?}");
    }
}
