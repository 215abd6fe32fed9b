//! What reached the gateway.

mod journal;

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, Method};

pub(crate) use journal::{Bounds, Journal};

/// A request that reached the gateway, admitted or refused.
///
/// `Debug` leaves out whatever may hold a signature or a token.
#[derive(Clone)]
#[non_exhaustive]
pub struct Received {
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
