//! The scheme, host and port that a connection is to.

use std::fmt;

use http::{
    HeaderValue, Uri,
    uri::{Authority, Scheme},
};

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

    /// Whether a URL is to it.
    pub(super) fn is_of(&self, uri: &Uri) -> bool {
        let scheme = if self.encrypted { &Scheme::HTTPS } else { &Scheme::HTTP };
        // The texts are the same as a rule, which is quicker to see than that they mean the same.
        let is_own = |other: &Authority| other.as_str() == self.authority.as_str() || *other == self.authority;
        uri.scheme() == Some(scheme) && uri.authority().is_some_and(is_own)
    }

    /// The value of the `Host` header.
    pub(super) fn host_header(&self) -> Result<HeaderValue, TransportError> {
        let host = self.authority.host();
        let text = if self.port() == self.default_port() { host.to_owned() } else { self.to_string() };
        HeaderValue::try_from(text).map_err(|_| {
            TransportError::new(Sent::No, Fault::Other, format!("{self}: the host is not a header's value"))
        })
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
