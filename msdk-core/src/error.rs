//! The one error of a call.

mod escape;
mod excerpt;
mod redact;
mod violation;

use std::fmt;

pub(crate) use escape::escaped;
pub(crate) use excerpt::excerpt;
pub(crate) use redact::Redactor;
pub use violation::Violation;

use crate::{DecodeError, Sent, TransportError, envelope::Envelope};

/// Why a call, or the making of a client, failed.
///
/// `Display` is one line with the endpoint and the reason, and `Debug` adds the kind. No secret and no query string is in
/// them.
pub struct Error(Box<Inner>);

struct Inner {
    endpoint: Option<&'static str>,
    cause: Cause,
}

/// The kinds of failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client's settings are wrong.
    Config,
    /// A field breaks a rule; nothing was sent.
    InvalidRequest,
    /// Nothing reached the server.
    NotSent,
    /// The exchange broke off; the server may have acted.
    Transport,
    /// The HTTP status is not 200.
    HttpStatus,
    /// The answer is not what the interface answers.
    MalformedAnswer,
    /// The answer belongs to another call: it echoes another `msdkExtInfo`.
    MismatchedAnswer,
    /// The platform refused: `ret` is not 0.
    Refused,
}

pub(crate) enum Cause {
    Config(String),
    Invalid(Vec<Violation>),
    Transport(TransportError),
    Status { status: u16, excerpt: String },
    Malformed { reason: String, path: String, excerpt: String },
    Mismatched { sent: String, received: String },
    Refused(Envelope),
}

impl Error {
    pub(crate) fn config(reason: impl Into<String>) -> Self {
        Self(Box::new(Inner { endpoint: None, cause: Cause::Config(reason.into()) }))
    }

    pub(crate) fn of_call(endpoint: &'static str, cause: Cause) -> Self {
        Self(Box::new(Inner { endpoint: Some(endpoint), cause }))
    }

    pub(crate) fn malformed(endpoint: &'static str, error: &DecodeError, excerpt: String) -> Self {
        let cause = Cause::Malformed { reason: error.to_string(), path: error.path().to_owned(), excerpt };
        Self::of_call(endpoint, cause)
    }

    /// Returns the kind of failure.
    pub fn kind(&self) -> ErrorKind {
        match &self.0.cause {
            Cause::Config(_) => ErrorKind::Config,
            Cause::Invalid(_) => ErrorKind::InvalidRequest,
            Cause::Transport(error) if error.sent() == Sent::No => ErrorKind::NotSent,
            Cause::Transport(_) => ErrorKind::Transport,
            Cause::Status { .. } => ErrorKind::HttpStatus,
            Cause::Malformed { .. } => ErrorKind::MalformedAnswer,
            Cause::Mismatched { .. } => ErrorKind::MismatchedAnswer,
            Cause::Refused(_) => ErrorKind::Refused,
        }
    }

    /// Returns the name of the interface that was called, such as `verify_login`; none for a client's settings.
    pub fn endpoint(&self) -> Option<&'static str> {
        self.0.endpoint
    }

    /// Returns every rule that the request breaks; empty for other kinds.
    pub fn violations(&self) -> &[Violation] {
        match &self.0.cause {
            Cause::Invalid(violations) => violations,
            _ => &[],
        }
    }

    /// Returns the HTTP status where it is not 200.
    pub fn status(&self) -> Option<u16> {
        match self.0.cause {
            Cause::Status { status, .. } => Some(status),
            _ => None,
        }
    }

    /// Returns the beginning of an answer that could not be used, escaped and without secrets.
    pub fn excerpt(&self) -> Option<&str> {
        match &self.0.cause {
            Cause::Status { excerpt, .. } | Cause::Malformed { excerpt, .. } => Some(excerpt),
            _ => None,
        }
    }

    /// Returns the place of a malformed answer that could not be read, such as `lists[3].openid`.
    pub fn path(&self) -> Option<&str> {
        match &self.0.cause {
            Cause::Malformed { path, .. } if !path.is_empty() => Some(path),
            _ => None,
        }
    }

    /// Returns the platform's `ret`.
    pub fn ret(&self) -> Option<i64> {
        self.refusal().map(|envelope| envelope.ret)
    }

    /// Returns the platform's `msg`, without secrets but not escaped.
    pub fn msg(&self) -> Option<&str> {
        self.refusal().map(|envelope| envelope.msg.as_str())
    }

    /// Returns the code that the platform behind the access layer gave: the integer before the first comma of `msg`
    /// where `ret` is -10000 (mobile QQ) or -20000 (WeChat).
    pub fn platform_code(&self) -> Option<i64> {
        self.refusal().and_then(Envelope::platform_code)
    }

    /// Returns `platCode`, which the interfaces for QQ groups add.
    pub fn plat_code(&self) -> Option<i64> {
        self.refusal().and_then(|envelope| envelope.plat_code)
    }

    /// Returns `err_type`, the platform's own classification: 1 try later, 2 authorise again, 3 refresh the token.
    pub fn err_type(&self) -> Option<i64> {
        self.refusal().and_then(|envelope| envelope.err_type)
    }

    /// Returns the `msdkExtInfo` that a refusal echoed.
    pub fn ext_info(&self) -> Option<&str> {
        self.refusal().and_then(|envelope| envelope.ext_info.as_deref())
    }

    /// Whether the time that the call may take ran out.
    pub fn is_timeout(&self) -> bool {
        matches!(&self.0.cause, Cause::Transport(error) if error.is_timeout())
    }

    /// Whether the platform may have done what it was asked. It has not if nothing was sent, or if the access layer
    /// turned the request away; other refusals are undecided, since some tell of time-outs behind the access layer.
    pub fn may_have_acted(&self) -> bool {
        match self.kind() {
            ErrorKind::Config | ErrorKind::InvalidRequest | ErrorKind::NotSent => false,
            ErrorKind::Refused => !self.ret().is_some_and(|ret| TURNED_AWAY.contains(&ret)),
            _ => true,
        }
    }

    fn refusal(&self) -> Option<&Envelope> {
        match &self.0.cause {
            Cause::Refused(envelope) => Some(envelope),
            _ => None,
        }
    }
}

/// The codes of the access layer that come before anything is done.
const TURNED_AWAY: [i64; 11] = [-303, -304, -311, -402, -501, -502, -503, -504, -505, -506, -901];

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {self}", self.kind())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(endpoint) = self.0.endpoint {
            write!(f, "{endpoint}: ")?;
        }
        match &self.0.cause {
            Cause::Config(reason) => f.write_str(reason),
            Cause::Invalid(violations) => {
                f.write_str("invalid request, nothing was sent: ")?;
                for (index, violation) in violations.iter().enumerate() {
                    write!(f, "{}{violation}", if index > 0 { "; " } else { "" })?;
                }
                Ok(())
            }
            Cause::Transport(error) => write!(f, "{error}"),
            Cause::Status { status, excerpt } => write!(f, "HTTP status {status}, body \"{excerpt}\""),
            Cause::Malformed { reason, excerpt, .. } => write!(f, "malformed answer: {reason}, body \"{excerpt}\""),
            Cause::Mismatched { sent, received } => {
                let received = received.escape_debug();
                write!(f, "answer to another call: msdkExtInfo is \"{received}\", sent was \"{sent}\"")
            }
            Cause::Refused(envelope) => write!(f, "{envelope}"),
        }
    }
}

impl std::error::Error for Error {}
