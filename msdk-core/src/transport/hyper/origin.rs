//! Whom a connection is to.

use std::fmt;

use http::{Uri, uri::Authority};

use super::super::{Fault, Sent, TransportError};

/// The scheme, host and port of a request.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Origin {
    pub(super) encrypted: bool,
    authority: Authority,
}

impl Origin {
    pub(super) fn of(uri: &Uri) -> Result<Self, TransportError> {
        let refuse = |reason| Err(TransportError::new(Sent::No, Fault::Other, reason));
        let encrypted = match uri.scheme_str() {
            Some("http") => false,
            Some("https") => true,
            _ => return refuse("the request's URL is neither http nor https"),
        };
        match uri.authority() {
            Some(authority) if !authority.host().is_empty() => Ok(Self { encrypted, authority: authority.clone() }),
            _ => refuse("the request's URL has no host"),
        }
    }

    /// The host as sockets and certificates have it, an IPv6 address without its brackets.
    pub(super) fn host(&self) -> &str {
        let host = self.authority.host();
        host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host)
    }

    pub(super) fn port(&self) -> u16 {
        self.authority.port_u16().unwrap_or(self.default_port())
    }

    /// The value of the `Host` header.
    pub(super) fn host_header(&self) -> String {
        let host = self.authority.host();
        if self.port() == self.default_port() { host.to_owned() } else { self.to_string() }
    }

    fn default_port(&self) -> u16 {
        if self.encrypted { 443 } else { 80 }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.authority.host(), self.port())
    }
}
