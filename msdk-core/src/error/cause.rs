//! What went wrong, and what that says about the server.

use std::time::Duration;

use super::{ErrorKind, Violation};
use crate::{
    Advice, Fault, Sent, TransportError,
    catalogue::{Diagnosis, surely_not_acted},
    envelope::Envelope,
    retry::Failure,
};

pub(crate) enum Cause {
    Config(String),
    Invalid(Vec<Violation>),
    Paced { wait: Duration },
    Overloaded { reason: &'static str },
    CircuitOpen,
    Transport(TransportError),
    Status { status: u16, excerpt: String, retry_after: Option<Duration> },
    Malformed { reason: String, path: String, excerpt: String, answer: String },
    Mismatched { sent: String, received: String },
    Refused { envelope: Envelope, diagnosis: Diagnosis },
}

impl Cause {
    pub(crate) fn kind(&self) -> ErrorKind {
        match self {
            Self::Config(_) => ErrorKind::Config,
            Self::Invalid(_) => ErrorKind::InvalidRequest,
            Self::Paced { .. } => ErrorKind::Paced,
            Self::Overloaded { .. } => ErrorKind::Overloaded,
            Self::CircuitOpen => ErrorKind::CircuitOpen,
            Self::Transport(error) => match (error.fault(), error.sent()) {
                (Fault::Dns, _) => ErrorKind::Dns,
                (Fault::Tls, _) => ErrorKind::Tls,
                (Fault::TooLarge, _) => ErrorKind::TooLarge,
                (_, Sent::No) => ErrorKind::NotSent,
                (_, Sent::Maybe) => ErrorKind::Transport,
            },
            Self::Status { .. } => ErrorKind::HttpStatus,
            Self::Malformed { .. } => ErrorKind::MalformedAnswer,
            Self::Mismatched { .. } => ErrorKind::MismatchedAnswer,
            Self::Refused { .. } => ErrorKind::Refused,
        }
    }

    /// Whether the platform may have done what it was asked.
    pub(crate) fn may_have_acted(&self) -> bool {
        match self {
            Self::Config(_) | Self::Invalid(_) | Self::Paced { .. } | Self::Overloaded { .. } | Self::CircuitOpen => {
                false
            }
            Self::Transport(error) => error.sent() == Sent::Maybe,
            Self::Status { .. } | Self::Malformed { .. } | Self::Mismatched { .. } => true,
            Self::Refused { envelope, .. } => !surely_not_acted(envelope.ret),
        }
    }

    /// How the attempt failed, as far as trying again goes.
    pub(crate) fn failure(&self) -> Failure {
        match self {
            Self::Transport(error) => match (error.fault(), error.sent()) {
                (Fault::Tls | Fault::TooLarge | Fault::Encoding, _) => Failure::Final,
                (_, Sent::No) => Failure::NotSent,
                (_, Sent::Maybe) => Failure::Unknown,
            },
            Self::Status { status: 429, retry_after, .. } => Failure::Throttled { retry_after: *retry_after },
            Self::Status { status: 408 | 500..=599, retry_after, .. } => Failure::Busy { retry_after: *retry_after },
            Self::Refused { diagnosis, .. } if diagnosis.advice == Advice::Retry => Failure::Passing,
            _ => Failure::Final,
        }
    }

    /// Whether somebody answered: a server that fails by its status, or not at all, has not.
    pub(crate) fn is_answered(&self) -> bool {
        match self {
            Self::Transport(error) => matches!(error.fault(), Fault::TooLarge | Fault::Encoding),
            Self::Status { status, .. } => *status < 500,
            _ => true,
        }
    }
}
