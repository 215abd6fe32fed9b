//! The path and the query of a request, written into one buffer.

use arrayvec::ArrayVec;
use bytes::Bytes;
use http::{
    Uri,
    uri::{Authority, Parts, PathAndQuery, Scheme},
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::encode::plain_bytes::all_are;

/// What RFC 3986 leaves unreserved stays as it is; a space becomes `%20`.
pub(crate) const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Writes parameter after parameter.
pub(crate) struct RequestLine {
    /// What is written. Most lines fit in here, so that nothing is allocated until the URL is made.
    short: ArrayVec<u8, 512>,
    /// All of it, once it does not fit.
    long: Vec<u8>,
    has_query: bool,
}

impl RequestLine {
    #[inline]
    pub(crate) fn new() -> Self {
        Self { short: ArrayVec::new(), long: Vec::new(), has_query: false }
    }

    /// Writes a path, which needs no encoding.
    pub(crate) fn path(&mut self, prefix: &str, path: &str) {
        self.extend(prefix.as_bytes());
        self.extend(path.as_bytes());
    }

    /// Writes a parameter.
    pub(crate) fn parameter(&mut self, name: &str, value: &str) {
        self.separator();
        self.encode(name);
        self.extend(b"=");
        self.encode(value);
    }

    /// Writes a parameter whose name needs no encoding, as none of those that all endpoints have does.
    pub(crate) fn well_named(&mut self, name: &'static str, value: &str) {
        self.plain(name, "");
        self.encode(value);
    }

    /// Writes a parameter that needs no encoding at all: its value is letters and digits.
    #[inline]
    pub(crate) fn plain(&mut self, name: &'static str, value: impl AsRef<[u8]>) {
        self.separator();
        self.extend(name.as_bytes());
        self.extend(b"=");
        self.extend(value.as_ref());
    }

    /// Returns what was written.
    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }

    /// Counts the parameters with a name.
    pub(crate) fn count(&self, name: &str) -> usize {
        let name = utf8_percent_encode(name, UNRESERVED).to_string();
        let query = self.as_str().split_once('?').map_or("", |(_, query)| query);
        query.split('&').filter(|parameter| parameter.split('=').next() == Some(&*name)).count()
    }

    /// Returns the URL with this path and query; none if it is too long for one.
    pub(crate) fn on(&self, scheme: &Scheme, authority: &Authority) -> Option<Uri> {
        let mut parts = Parts::default();
        parts.scheme = Some(scheme.clone());
        parts.authority = Some(authority.clone());
        parts.path_and_query = Some(PathAndQuery::from_maybe_shared(Bytes::copy_from_slice(self.as_bytes())).ok()?);
        Uri::from_parts(parts).ok()
    }

    #[inline]
    fn separator(&mut self) {
        self.extend(if self.has_query { b"&" } else { b"?" });
        self.has_query = true;
    }

    fn encode(&mut self, text: &str) {
        let is_unreserved = |byte: u8| byte.is_ascii_alphanumeric() | matches!(byte, b'-' | b'.' | b'_' | b'~');
        if all_are(text.as_bytes(), is_unreserved) {
            self.extend(text.as_bytes());
        } else {
            utf8_percent_encode(text, UNRESERVED).for_each(|part| self.extend(part.as_bytes()));
        }
    }

    #[inline]
    fn extend(&mut self, text: &[u8]) {
        if !self.long.is_empty() || self.short.try_extend_from_slice(text).is_err() {
            self.extend_long(text);
        }
    }

    #[cold]
    fn extend_long(&mut self, text: &[u8]) {
        if self.long.is_empty() {
            self.long.extend_from_slice(&self.short);
        }
        self.long.extend_from_slice(text);
    }

    fn as_bytes(&self) -> &[u8] {
        if self.long.is_empty() { &self.short } else { &self.long }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_encoded_and_nothing_else_is() {
        let mut line = RequestLine::new();
        line.path("/msdk", "/game/ping/");
        line.parameter("a", "-._~09azAZ");
        line.well_named("openid", "x y");
        line.plain("sig", "96e7");
        line.parameter("b&c", "x y+/%你");
        let written = "/msdk/game/ping/?a=-._~09azAZ&openid=x%20y&sig=96e7&b%26c=x%20y%2B%2F%25%E4%BD%A0";
        assert_eq!(line.as_str(), written);
        let authority = Authority::from_static("127.0.0.1:80");
        let uri = line.on(&Scheme::HTTP, &authority).unwrap();
        assert_eq!(uri, format!("http://127.0.0.1:80{written}").as_str());
    }

    #[test]
    fn a_line_may_outgrow_its_room() {
        let mut line = RequestLine::new();
        line.path("/msdk", "/game/ping/");
        let mut written = "/msdk/game/ping/".to_owned();
        for (separator, length) in ['?'].into_iter().chain(['&'; 39]).zip(490..) {
            let value = "x".repeat(length);
            line.plain("a", &value);
            written.extend([&format!("{separator}a="), &value].map(String::as_str));
            assert_eq!(line.as_str(), written);
        }
        assert_eq!(line.count("a"), 40);
    }

    #[test]
    fn what_no_url_can_hold_is_none() {
        let mut line = RequestLine::new();
        line.path("", "/game/ping/");
        line.parameter("a", &"x".repeat(70_000));
        assert!(line.on(&Scheme::HTTP, &Authority::from_static("a")).is_none());
    }
}
