//! A request in the making.

use std::fmt;

use http::{
    HeaderMap, HeaderName, HeaderValue, Uri,
    uri::{Authority, Scheme},
};
use smallvec::SmallVec;

use super::{Outbound, ProtocolError, request_line::RequestLine};
use crate::{describe::Secret, error::Violation, wire::sign::Signature};

/// The path, the query and the headers of a request, which a [`Protocol`](super::Protocol) writes.
///
/// Parameters stand in the order in which they are written; names and values are percent-encoded, a space as `%20`.
pub struct Draft {
    line: RequestLine,
    /// Most protocols write none.
    headers: Option<Box<HeaderMap>>,
    proofs: Proofs,
}

/// What proves the sender of one attempt.
pub(crate) type Proofs = SmallVec<[Proof; 1]>;

/// What proves the sender, which must not be printed.
pub(crate) enum Proof {
    Signature(Signature),
    Secret(Secret),
}

impl Proof {
    /// What of it a server could send back.
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Signature(signature) => signature.as_str(),
            Self::Secret(secret) => secret.expose(),
        }
    }
}

impl Draft {
    /// Makes a request that has yet to be written, starting with its [path](Self::path).
    #[inline]
    pub(crate) fn new() -> Self {
        Self { line: RequestLine::new(), headers: None, proofs: Proofs::new() }
    }

    /// Writes a path, which needs no encoding.
    pub(crate) fn path(&mut self, prefix: &str, path: &str) {
        self.line.path(prefix, path);
    }

    /// Writes a parameter of the query.
    pub fn query(&mut self, name: &str, value: &str) {
        self.line.parameter(name, value);
    }

    /// Writes a parameter of the query that proves the sender: whatever a server sends back, it is not printed.
    pub fn secret_query(&mut self, name: &str, value: &Secret) {
        self.line.parameter(name, value.expose());
        self.proofs.push(Proof::Secret(value.clone()));
    }

    /// Writes the endpoint's own parameters.
    pub fn parameters_of(&mut self, call: &Outbound<'_>) {
        for (name, value) in call.parameters {
            self.line.parameter(name, value.expose());
        }
    }

    /// Sets a header, in place of one that was set before. `Content-Type`, `User-Agent` and what frames the body are the
    /// client's.
    pub fn header(&mut self, name: HeaderName, value: HeaderValue) {
        self.headers.get_or_insert_default().insert(name, value);
    }

    /// Sets a header that proves the sender: whatever a server sends back, it is not printed.
    ///
    /// # Errors
    ///
    /// If the secret has characters that no header can have.
    pub fn secret_header(&mut self, name: HeaderName, value: &Secret) -> Result<(), ProtocolError> {
        let mut header = HeaderValue::from_str(value.expose()).map_err(|_| {
            ProtocolError::new(format!("the header `{name}` would have characters that no header can have"))
        })?;
        header.set_sensitive(true);
        self.headers.get_or_insert_default().insert(name, header);
        self.proofs.push(Proof::Secret(value.clone()));
        Ok(())
    }

    /// Returns the path and the query written so far, as they are sent; a prefix of the base URL is a part of it.
    pub fn path_and_query(&self) -> &str {
        self.line.as_str()
    }

    /// Says what the endpoint sends that the protocol has written under the same name.
    pub(crate) fn doubled(&self, call: &Outbound<'_>) -> Option<Violation> {
        let mut headers = call.headers.iter().flat_map(|headers| headers.keys());
        let is_written = |name: &HeaderName| self.headers.as_ref().is_some_and(|headers| headers.contains_key(name));
        if let Some(name) = headers.find(|name| is_written(name)) {
            return Some(Violation::new(name.as_str().to_owned(), "is a header that the client's protocol writes"));
        }
        let (name, _) = call.parameters.iter().find(|(name, _)| {
            let own = call.parameters.iter().filter(|(other, _)| other == name).count();
            self.line.count(name) > own
        })?;
        Some(Violation::new(*name, "is a parameter that the client's protocol writes"))
    }

    /// The request line, for parameters that need less encoding.
    pub(super) fn line(&mut self) -> &mut RequestLine {
        &mut self.line
    }

    /// Writes a signature of the vendor's scheme.
    pub(super) fn signature(&mut self, signature: Signature) {
        self.line.plain("sig", signature.as_bytes());
        self.proofs.push(Proof::Signature(signature));
    }

    /// Returns the URL, if it is not too long for one.
    pub(crate) fn uri(&self, scheme: &Scheme, authority: &Authority) -> Option<Uri> {
        self.line.on(scheme, authority)
    }

    /// Returns the headers that the protocol has set.
    pub(crate) fn headers(&self) -> Option<&HeaderMap> {
        self.headers.as_deref()
    }

    /// Gives away what must not be printed.
    pub(crate) fn take_proofs(&mut self) -> Proofs {
        std::mem::take(&mut self.proofs)
    }
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft").finish_non_exhaustive()
    }
}
