//! The transports, which do all of this crate's I/O, and the trait for one of your own.

mod causes;
mod framing;
mod hyper;
mod machine;
#[cfg(test)]
mod processes;
#[cfg(feature = "reqwest")]
mod reqwest;
#[cfg(feature = "tls")]
mod tls;

use std::{borrow::Cow, fmt, future::Future, pin::Pin, sync::Arc, time::Duration};

use bytes::Bytes;

pub use self::hyper::{HyperTransport, HyperTransportBuilder};
#[cfg(feature = "reqwest")]
pub use self::reqwest::{ReqwestTransport, ReqwestTransportBuilder};
use crate::error::{Error, SettingsError, escaped};

/// Sends signed requests.
///
/// A transport follows no redirect, since that would carry the player's token to another host, and sends no request
/// a second time by itself: whether that is safe is the client's to say.
///
/// The client's pauses and time limits go by its [`Clock`](crate::client::Clock), whose default needs a Tokio runtime with time;
/// another executor needs a `Clock` of its own.
pub trait Transport: fmt::Debug + Send + Sync + 'static {
    /// Sends one request and reads its whole answer.
    fn send(&self, request: http::Request<Bytes>, attempt: Attempt) -> TransportFuture<'_>;

    /// Whether connections are kept for later requests, which `conn=1` asks the platform to do as well. They are unless a
    /// transport says otherwise.
    fn keeps_connections(&self) -> bool {
        true
    }

    /// Whether `send` ends within its time by itself, so that the client need not watch over that.
    #[doc(hidden)]
    fn ends_in_time(&self) -> bool {
        false
    }
}

/// What [`Transport::send`] returns.
pub type TransportFuture<'a> = Pin<Box<dyn Future<Output = Result<Delivered, TransportError>> + Send + 'a>>;

/// How one request is to be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attempt {
    /// The time that connecting, writing and reading may take together.
    pub timeout: Duration,
    /// Whether a new connection must be made, because the last one broke under the same call.
    pub new_connection: bool,
}

impl Attempt {
    /// Makes an attempt that may use any connection.
    pub const fn within(timeout: Duration) -> Self {
        Self { timeout, new_connection: false }
    }
}

/// A whole answer, and the connection that it came on.
///
/// The client looks at the answer before the connection is used again: one that answers for another call has lost
/// count. Dropping this closes the connection.
#[must_use = "the connection is closed unless it is kept"]
pub struct Delivered {
    /// The answer.
    pub response: http::Response<Bytes>,
    /// Whether nothing but the end of the connection told where the body ends, so that it may have been cut.
    pub ended_by_close: bool,
    keep: Option<Box<dyn FnOnce() + Send>>,
}

impl Delivered {
    /// Wraps an answer whose body came whole, on a connection that the transport looks after itself.
    pub const fn new(response: http::Response<Bytes>) -> Self {
        Self { response, ended_by_close: false, keep: None }
    }

    /// Returns the same answer, whose connection is ready for another request once `keep` is called.
    pub fn with_connection(mut self, keep: impl FnOnce() + Send + 'static) -> Self {
        self.tie(keep);
        self
    }

    /// The same in place: an answer is large to move.
    pub(crate) fn tie(&mut self, keep: impl FnOnce() + Send + 'static) {
        self.keep = Some(Box::new(keep));
    }

    /// Lets the connection be used again and returns the answer.
    pub fn keep_connection(mut self) -> http::Response<Bytes> {
        self.release();
        self.response
    }

    /// Lets the connection be used again.
    pub(crate) fn release(&mut self) {
        if let Some(keep) = self.keep.take() {
            keep();
        }
    }
}

impl fmt::Debug for Delivered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Delivered").field("status", &self.response.status()).finish_non_exhaustive()
    }
}

/// Whether a request left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sent {
    /// Not one byte was written, or a proxy let none pass, so trying again is safe.
    No,
    /// Some of it was written and no complete answer came.
    Maybe,
}

/// What broke an exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Fault {
    /// The host's name has no address.
    Dns,
    /// No connection was made.
    Connect,
    /// No encrypted connection was made, or its peer is not who it should be.
    Tls,
    /// The connection ended early.
    Closed,
    /// The answer is larger than it may be.
    TooLarge,
    /// The answer is in a coding that was not asked for.
    Encoding,
    /// What came is not HTTP as it should be.
    Protocol,
    /// The proxy refuses: nothing of the request reached the platform.
    Proxy,
    /// This machine could not send: file descriptors, local ports or threads have run out, its firewall forbids it, or no
    /// Tokio runtime with timers and I/O is there.
    Machine,
    /// Anything else.
    Other,
}

/// Why an exchange failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransportError {
    sent: Sent,
    fault: Fault,
    timeout: bool,
    reason: String,
}

impl TransportError {
    /// Makes an error; `reason` must have neither a query string nor a secret.
    pub fn new(sent: Sent, fault: Fault, reason: impl Into<String>) -> Self {
        Self { sent, fault, timeout: false, reason: reason.into() }
    }

    /// Returns the same error, said to come from time running out.
    pub fn with_timeout(self) -> Self {
        Self { timeout: true, ..self }
    }

    pub(crate) fn map_reason(&mut self, map: impl FnOnce(&str) -> String) {
        self.reason = map(&self.reason);
    }

    /// Returns whether the request left.
    pub const fn sent(&self) -> Sent {
        self.sent
    }

    /// Returns what broke.
    pub const fn fault(&self) -> Fault {
        self.fault
    }

    /// Whether time ran out.
    pub const fn is_timeout(&self) -> bool {
        self.timeout
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.sent {
            Sent::No if self.fault == Fault::Proxy => "the proxy refused",
            Sent::No => "nothing was sent",
            Sent::Maybe => "no complete answer came",
        };
        let timeout = if self.timeout { "timed out, " } else { "" };
        write!(f, "{timeout}{what}: {}", escaped(&self.reason))
    }
}

impl std::error::Error for TransportError {}

/// The error of a transport's setting that has a wrong value.
fn wrong(setting: &'static str, reason: impl Into<Cow<'static, str>>) -> Error {
    Error::config(SettingsError::invalid(setting, reason))
}

#[diagnostic::do_not_recommend]
impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(&self, request: http::Request<Bytes>, attempt: Attempt) -> TransportFuture<'_> {
        (**self).send(request, attempt)
    }

    fn keeps_connections(&self) -> bool {
        (**self).keeps_connections()
    }

    fn ends_in_time(&self) -> bool {
        (**self).ends_in_time()
    }
}
