//! What a server saw.

/// What a server saw so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Log {
    pub(crate) connections: usize,
    pub(crate) requests: Vec<Request>,
    /// The bytes that were written.
    pub(crate) written: u64,
    /// The scripts that are through, or only hold their connection.
    pub(crate) settled: usize,
    /// What should not have happened.
    pub(crate) unexpected: Vec<String>,
}

/// One request.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    /// The request line and the headers.
    pub(crate) head: String,
}

impl Request {
    /// Returns a request that stands at the start of some bytes, and its length.
    pub(crate) fn parse(bytes: &[u8]) -> Option<(Self, usize)> {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")? + 4;
        let request = Self { head: String::from_utf8_lossy(bytes.get(..end)?).into_owned() };
        let body: usize = request.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
        (bytes.len() >= end + body).then_some((request, end + body))
    }

    /// Returns a header; `name` is in lower case.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.head.lines().skip(1).filter_map(|line| line.split_once(':'));
        headers.find(|(key, _)| key.to_lowercase() == name).map(|(_, value)| value.trim())
    }

    /// Returns the values that a parameter of the query has, as they are written.
    pub(crate) fn parameters<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let target = self.head.split(' ').nth(1).unwrap_or_default();
        let query = target.split_once('?').map(|(_, query)| query).unwrap_or_default();
        query.split('&').filter_map(move |pair| pair.strip_prefix(name)?.strip_prefix('='))
    }

    /// Returns the value of a parameter; empty if there is none.
    pub(crate) fn parameter<'a>(&'a self, name: &'a str) -> &'a str {
        self.parameters(name).next().unwrap_or_default()
    }
}
