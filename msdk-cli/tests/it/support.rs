//! The command, and a gateway that it runs.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    process::{Child, Command, Output, Stdio},
};

use serde_json::Value;

pub(crate) const KEY: &str = "0123456789abcdef0123456789abcdef";
pub(crate) const OPENID: &str = "A3284A812ECA15269F85AE1C2D94EB37";
pub(crate) const TOKEN: &str = "933FE8C9AB9C585D7EABD04373B7155F";

/// The variables that the command reads, none of which a test gets from outside.
const VARIABLES: [&str; 7] = [
    "MSDK_BASE_URL",
    "MSDK_ENVIRONMENT",
    "MSDK_OPENID",
    "MSDK_ACCESS_TOKEN",
    "MSDK_WX_APP_ID",
    "MSDK_WX_APP_KEY",
    "MSDK_GATEWAY_TOKEN",
];

/// The command with the app of the gateway's, and no other variable of ours.
pub(crate) fn msdk(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_msdk"));
    for name in VARIABLES {
        command.env_remove(name);
    }
    command.args(arguments).env("MSDK_APP_ID", "100703379").env("MSDK_APP_KEY", KEY);
    command
}

pub(crate) fn run(arguments: &[&str]) -> Output {
    msdk(arguments).output().unwrap()
}

/// Runs a gateway that must not start: one that does is killed, and fails the test.
pub(crate) fn refused(arguments: &[&str]) -> Output {
    let mut command = msdk(&[&["gateway"], arguments].concat());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    if !line.is_empty() {
        child.kill().unwrap();
        panic!("it started: {line}");
    }
    child.wait_with_output().unwrap()
}

pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

pub(crate) fn json_of(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", stdout(output)))
}

/// A gateway that is killed in the end.
pub(crate) struct Gateway {
    pub(crate) child: Child,
    url: String,
}

impl Gateway {
    pub(crate) fn start() -> Self {
        Self::with(&[])
    }

    /// Starts one with more arguments.
    pub(crate) fn with(arguments: &[&str]) -> Self {
        Self::of(msdk(&[&["gateway"], arguments].concat()))
    }

    pub(crate) fn of(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let url = line.trim().strip_prefix("listening on ").unwrap().to_owned();
        Self { child, url }
    }

    pub(crate) fn address(&self) -> &str {
        self.url.strip_prefix("http://").unwrap()
    }

    /// Sends a request, and returns the status and the body of the answer.
    pub(crate) fn http(&self, method: &str, path: &str, headers: &[&str], body: &str) -> (u16, String) {
        let (head, body) = self.exchange(method, path, headers, body);
        (head.split(' ').nth(1).unwrap().parse().unwrap(), body)
    }

    /// The head and the body of an answer.
    pub(crate) fn exchange(&self, method: &str, path: &str, headers: &[&str], body: &str) -> (String, String) {
        let host = format!("Host: {}", self.address());
        let has_host = headers.iter().any(|header| header.starts_with("Host:"));
        let lines: Vec<&str> = headers.iter().copied().chain((!has_host).then_some(host.as_str())).collect();
        let (length, lines) = (body.len(), lines.join("\r\n"));
        let request = format!(
            "{method} {path} HTTP/1.1\r\n{lines}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        );
        let mut connection = TcpStream::connect(self.address()).unwrap();
        connection.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_owned(), body.to_owned())
    }

    /// Sends JSON to the control interface, which must take it, and returns the JSON of the answer.
    pub(crate) fn control(&self, method: &str, path: &str, body: &Value) -> Value {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let (status, answer) = self.http(method, path, &[], &body);
        assert!((200..300).contains(&status), "{method} {path}: {status} {answer}");
        if answer.is_empty() { Value::Null } else { serde_json::from_str(&answer).unwrap() }
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = msdk(arguments);
        command.env("MSDK_BASE_URL", &self.url);
        command
    }

    pub(crate) fn call(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }
}

impl Drop for Gateway {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
