//! The path and the query of a request, written once into one buffer.

use bytes::Bytes;
use http::{
    Uri,
    uri::{Authority, Parts, PathAndQuery, Scheme},
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What RFC 3986 leaves unreserved stays as it is; a space becomes `%20`.
pub(crate) const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Writes parameter after parameter.
pub(crate) struct RequestLine {
    text: Vec<u8>,
    has_query: bool,
}

impl RequestLine {
    /// Starts with a path, which needs no encoding.
    pub(crate) fn of_path(prefix: &str, path: &str) -> Self {
        // Enough for what every call sends; more grows the buffer.
        const QUERY: usize = 256;
        let mut text = Vec::with_capacity(prefix.len() + path.len() + QUERY);
        text.extend_from_slice(prefix.as_bytes());
        text.extend_from_slice(path.as_bytes());
        Self { text, has_query: false }
    }

    /// Writes a parameter.
    pub(crate) fn parameter(&mut self, name: &str, value: &str) {
        self.separator();
        self.encode(name);
        self.text.push(b'=');
        self.encode(value);
    }

    /// Writes a parameter whose name needs no encoding, as none of those that all endpoints have does.
    pub(crate) fn well_named(&mut self, name: &'static str, value: &str) {
        self.plain(name, "");
        self.encode(value);
    }

    /// Writes a parameter that needs no encoding at all: its value is letters and digits.
    pub(crate) fn plain(&mut self, name: &'static str, value: impl AsRef<[u8]>) {
        self.separator();
        self.text.extend_from_slice(name.as_bytes());
        self.text.push(b'=');
        self.text.extend_from_slice(value.as_ref());
    }

    /// Returns what was written.
    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.text).unwrap_or_default()
    }

    /// Counts the parameters with a name.
    pub(crate) fn count(&self, name: &str) -> usize {
        let name = utf8_percent_encode(name, UNRESERVED).to_string();
        let query = self.as_str().split_once('?').map_or("", |(_, query)| query);
        query.split('&').filter(|parameter| parameter.split('=').next() == Some(&*name)).count()
    }

    fn separator(&mut self) {
        self.text.push(if self.has_query { b'&' } else { b'?' });
        self.has_query = true;
    }

    /// Returns the URL with this path and query; none if it is too long for one.
    pub(crate) fn on(self, scheme: &Scheme, authority: &Authority) -> Option<Uri> {
        let mut parts = Parts::default();
        parts.scheme = Some(scheme.clone());
        parts.authority = Some(authority.clone());
        parts.path_and_query = Some(PathAndQuery::from_maybe_shared(Bytes::from(self.text)).ok()?);
        Uri::from_parts(parts).ok()
    }

    fn encode(&mut self, text: &str) {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() | matches!(byte, b'-' | b'.' | b'_' | b'~');
        // Without a branch for each byte, which the compiler turns into vector instructions.
        if text.bytes().fold(true, |all, byte| all & is_plain(byte)) {
            self.text.extend_from_slice(text.as_bytes());
        } else {
            utf8_percent_encode(text, UNRESERVED).for_each(|part| self.text.extend_from_slice(part.as_bytes()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_encoded_and_nothing_else_is() {
        let mut line = RequestLine::of_path("/msdk", "/game/ping/");
        line.parameter("a", "-._~09azAZ");
        line.well_named("openid", "x y");
        line.plain("sig", b"96e7");
        line.parameter("b&c", "x y+/%你");
        let written = "/msdk/game/ping/?a=-._~09azAZ&openid=x%20y&sig=96e7&b%26c=x%20y%2B%2F%25%E4%BD%A0";
        assert_eq!(line.as_str(), written);
        let authority = Authority::from_static("127.0.0.1:80");
        let uri = line.on(&Scheme::HTTP, &authority).unwrap();
        assert_eq!(uri, format!("http://127.0.0.1:80{written}").as_str());
    }

    #[test]
    fn what_no_url_can_hold_is_none() {
        let mut line = RequestLine::of_path("", "/game/ping/");
        line.parameter("a", &"x".repeat(70_000));
        assert!(line.on(&Scheme::HTTP, &Authority::from_static("a")).is_none());
    }
}
