//! What reached the gateway, and what became of it.

mod journal;

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, Method};
use msdk::{UnixTime, metadata::Metadata};

pub(crate) use journal::{Bounds, End, Journal};

use crate::{Fault, Refusal};

/// A request that reached the gateway, admitted or refused.
///
/// `Debug` leaves out whatever may hold a signature or a token.
#[derive(Clone)]
#[non_exhaustive]
pub struct Received {
    /// A number of its own, greater than those of the requests before.
    pub id: u64,
    /// When it arrived, by the gateway's clock.
    pub at: UnixTime,
    /// The HTTP method.
    pub method: Method,
    /// The path, not decoded.
    pub path: String,
    /// The query as it came, without its question mark.
    pub raw_query: String,
    /// The names and values of the query, decoded, in their order; empty if the query cannot be decoded.
    pub query: Vec<(String, String)>,
    /// The headers.
    pub headers: HeaderMap,
    /// The body; empty if it broke off or was too large.
    pub body: Bytes,
    /// The endpoint; none if the path is of none, or the request is not decided yet.
    pub endpoint: Option<&'static Metadata>,
    /// The faults that struck it.
    pub faults: Vec<Fault>,
    /// What the gateway says of it; none if it is not decided yet, or a fault came before.
    pub verdict: Option<Verdict>,
    /// The body of the answer; empty if there was none.
    pub answer: Bytes,
}

impl fmt::Debug for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parameters: Vec<&str> = self.query.iter().map(|(name, _)| name.as_str()).collect();
        f.debug_struct("Received")
            .field("method", &self.method)
            .field("path", &self.path)
            .field("parameters", &parameters)
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

/// What the gateway says of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verdict {
    /// Why it was refused; none if it was not.
    pub refusal: Option<Refusal>,
    /// The rules that it breaks and that a [lenient](crate::GatewayBuilder::lenient) gateway passes over, as the platform does.
    pub passed_over: Vec<String>,
}
