//! The only I/O of this crate, as a plug.

mod reqwest;

use std::{fmt, future::Future, pin::Pin, time::Duration};

use bytes::Bytes;

pub use self::reqwest::ReqwestTransport;
pub(crate) use self::reqwest::Settings;

/// Sends signed requests.
///
/// It must not follow redirects: they would carry the player's token to another host.
pub trait Transport: fmt::Debug + Send + Sync + 'static {
    /// Sends one request and reads its whole answer, within `timeout`.
    fn send(&self, request: http::Request<Bytes>, timeout: Duration) -> TransportFuture<'_>;
}

/// What [`Transport::send`] returns.
pub type TransportFuture<'a> = Pin<Box<dyn Future<Output = Result<http::Response<Bytes>, TransportError>> + Send + 'a>>;

/// Whether a request left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sent {
    /// Not one byte was written, so trying again is safe.
    No,
    /// Some of it was written and no complete answer came.
    Maybe,
}

/// Why an exchange failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransportError {
    sent: Sent,
    timeout: bool,
    reason: String,
}

impl TransportError {
    /// Makes an error; `reason` must have neither a query string nor a secret.
    pub fn new(sent: Sent, reason: impl Into<String>) -> Self {
        Self { sent, timeout: false, reason: reason.into() }
    }

    /// Returns the same error, said to come from time running out.
    pub fn with_timeout(self) -> Self {
        Self { timeout: true, ..self }
    }

    /// Returns whether the request left.
    pub const fn sent(&self) -> Sent {
        self.sent
    }

    /// Whether time ran out.
    pub const fn is_timeout(&self) -> bool {
        self.timeout
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.sent {
            Sent::No => "nothing was sent",
            Sent::Maybe => "no complete answer came, the platform may have acted",
        };
        let timeout = if self.timeout { "timed out: " } else { "" };
        write!(f, "{timeout}{what}: {}", self.reason.escape_debug())
    }
}

impl std::error::Error for TransportError {}
