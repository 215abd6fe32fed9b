//! Requests that are written beforehand.

use bytes::Bytes;
use common::{
    answers::{self, PATH},
    hand::Query,
};
use http::Request;
use http_body_util::Full;

/// The path of the call with its signed query.
pub(super) fn path() -> String {
    format!("{PATH}?{}", Query::signed().to_text())
}

/// What is sent each time, and how long the answer is.
#[derive(Clone)]
pub(super) struct Prepared {
    address: String,
    uri: String,
    sent: Bytes,
    expected: usize,
}

impl Prepared {
    /// Prepares a request; `origin` stands before the path.
    pub(super) fn new(origin: &str, address: &str, friends: usize) -> Self {
        Self {
            address: address.to_owned(),
            uri: format!("{origin}{}", path()),
            sent: Bytes::from(answers::request_body(answers::flag(friends))),
            expected: answers::body(friends).len(),
        }
    }

    pub(super) fn request(&self) -> Request<Full<Bytes>> {
        let request = Request::post(&self.uri).header("host", &self.address);
        request.body(Full::new(self.sent.clone())).expect("a request")
    }

    /// Looks at the length of an answer alone.
    pub(super) fn check(&self, answer: &Bytes) {
        assert_eq!(answer.len(), self.expected);
    }
}
