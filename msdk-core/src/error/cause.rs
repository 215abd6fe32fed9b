//! What went wrong, and what that says about the server.

use std::time::Duration;

use bytes::Bytes;

use super::{Envelope, ErrorKind, SettingsError, Violation};
use crate::{
    client::{load::Stopped, retry::Failure},
    error::{
        Acted, Advice, Turn,
        catalogue::{Diagnosis, surely_not_acted},
    },
    wire::{Fault, Sent, TransportError},
};

/// The body of an answer that was not read.
pub(crate) struct Unread {
    /// As it came, until it is known that the call ends with it.
    pub(crate) raw: Bytes,
    /// Its beginning, without secrets.
    pub(crate) excerpt: String,
    /// All of it, without secrets, where it is the record of something that was given away.
    pub(crate) whole: Option<String>,
}

impl From<Bytes> for Box<Unread> {
    fn from(raw: Bytes) -> Self {
        Self::new(Unread { raw, excerpt: String::new(), whole: None })
    }
}

pub(crate) enum Cause {
    Config(SettingsError),
    Invalid(Vec<Violation>),
    Paced {
        wait: Duration,
    },
    Overloaded,
    OutOfTime,
    CircuitOpen(Stopped),
    Transport(TransportError),
    Status {
        status: u16,
        retry_after: Option<Duration>,
        location: Option<String>,
        body: Box<Unread>,
    },
    /// With `cut`, it may be the beginning of one that was not.
    Malformed {
        reason: String,
        path: String,
        body: Box<Unread>,
        cut: bool,
    },
    Mismatched {
        sent: String,
        received: Option<String>,
        body: Box<Unread>,
    },
    Refused {
        envelope: Envelope,
        diagnosis: Diagnosis,
    },
}

impl Cause {
    pub(crate) fn kind(&self) -> ErrorKind {
        match self {
            Self::Config(_) => ErrorKind::Config,
            Self::Invalid(_) => ErrorKind::InvalidRequest,
            Self::Paced { .. } => ErrorKind::Paced,
            Self::Overloaded => ErrorKind::Overloaded,
            Self::OutOfTime => ErrorKind::OutOfTime,
            Self::CircuitOpen(_) => ErrorKind::CircuitOpen,
            Self::Transport(error) => match (error.fault(), error.sent()) {
                (Fault::Dns, _) => ErrorKind::Dns,
                (Fault::Tls, _) => ErrorKind::Tls,
                (Fault::TooLarge, _) => ErrorKind::TooLarge,
                (Fault::Proxy, _) => ErrorKind::Proxy,
                (Fault::Machine, _) => ErrorKind::Machine,
                (_, Sent::No) => ErrorKind::NotSent,
                (_, Sent::Maybe) => ErrorKind::Transport,
            },
            Self::Status { .. } => ErrorKind::HttpStatus,
            Self::Malformed { cut: true, .. } => ErrorKind::Transport,
            Self::Malformed { .. } => ErrorKind::MalformedAnswer,
            Self::Mismatched { .. } => ErrorKind::MismatchedAnswer,
            Self::Refused { .. } => ErrorKind::Refused,
        }
    }

    /// Whether the platform may have done what it was asked.
    pub(crate) fn may_have_acted(&self) -> bool {
        match self {
            // A peer that speaks TLS has not read what was not encrypted, nor one behind a proxy what that refused.
            Self::Transport(error) => {
                error.sent() == Sent::Maybe && !matches!(error.fault(), Fault::Tls | Fault::Proxy)
            }
            Self::Status { .. } | Self::Malformed { .. } | Self::Mismatched { .. } => true,
            Self::Refused { diagnosis, .. } => diagnosis.acted() == Acted::Maybe,
            // Nothing was sent.
            _ => false,
        }
    }

    /// The body that was not read, if there was one.
    pub(crate) fn unread(&self) -> Option<&Unread> {
        match self {
            Self::Status { body, .. } | Self::Malformed { body, .. } | Self::Mismatched { body, .. } => Some(body),
            _ => None,
        }
    }

    pub(crate) fn unread_mut(&mut self) -> Option<&mut Unread> {
        match self {
            Self::Status { body, .. } | Self::Malformed { body, .. } | Self::Mismatched { body, .. } => Some(body),
            _ => None,
        }
    }

    /// What to do, whatever an attempt may have done.
    pub(crate) fn advice(&self) -> Advice {
        match self {
            Self::Refused { diagnosis, .. } => diagnosis.advice,
            Self::Paced { .. } | Self::Overloaded | Self::OutOfTime | Self::Status { status: 429, .. } => {
                Advice::SlowDown
            }
            // The player's client brought an openid or a token that no login gives out; a new login brings a good one.
            Self::Invalid(violations) if violations.iter().all(Violation::is_of_player) => Advice::LogInAgain,
            // Such a status tells that the endpoint is elsewhere, or nowhere.
            Self::Config(_) | Self::Invalid(_) | Self::Status { status: 300..=399 | 404 | 405 | 410, .. } => {
                Advice::FixRequest
            }
            Self::Transport(error) if matches!(error.fault(), Fault::Tls | Fault::Proxy | Fault::Machine) => {
                Advice::FixRequest
            }
            Self::CircuitOpen(_) => Advice::Retry,
            _ if self.failure() == Failure::Final => Advice::AskSupport,
            _ => Advice::Retry,
        }
    }

    /// Whether the platform refused with a verdict, which comes before acting as far as its code tells.
    pub(crate) fn is_verdict(&self) -> bool {
        matches!(self, Self::Refused { envelope, diagnosis }
            if diagnosis.acted() == Acted::No && !surely_not_acted(envelope.ret))
    }

    /// Whether the platform refused because what was asked for had been done before.
    pub(crate) fn is_done(&self) -> bool {
        matches!(self, Self::Refused { diagnosis, .. } if diagnosis.acted() == Acted::Done)
    }

    /// Whose turn it is.
    pub(crate) fn turn(&self) -> Turn {
        match self {
            Self::Refused { diagnosis, .. } => diagnosis.turn,
            Self::Invalid(violations) if violations.iter().all(Violation::is_of_player) => Turn::Player,
            Self::Config(_) | Self::Invalid(_) | Self::Paced { .. } | Self::Overloaded | Self::OutOfTime => {
                Turn::Caller
            }
            // Such a status tells that the endpoint is elsewhere or nowhere, or called too often.
            Self::Status { status: 300..=399 | 404 | 405 | 410 | 429, .. } => Turn::Caller,
            Self::Status { status: 408 | 500..=599, .. } => Turn::Platform,
            Self::Status { .. } | Self::Malformed { cut: true, .. } => Turn::Network,
            Self::Malformed { .. } | Self::Mismatched { .. } => Turn::Platform,
            Self::CircuitOpen(Stopped { last: (kind, _), .. }) => match kind {
                ErrorKind::Dns | ErrorKind::NotSent | ErrorKind::Tls => Turn::Network,
                _ => Turn::Platform,
            },
            Self::Transport(error) => match (error.fault(), error.sent()) {
                (Fault::Machine, _) => Turn::Machine,
                (Fault::TooLarge, _) | (Fault::Other | Fault::Closed, Sent::Maybe) => Turn::Platform,
                _ => Turn::Network,
            },
        }
    }

    /// How the attempt failed, as far as trying again goes.
    pub(crate) fn failure(&self) -> Failure {
        match self {
            Self::Transport(error) => match (error.fault(), error.sent()) {
                (
                    Fault::Tls | Fault::TooLarge | Fault::Encoding | Fault::Protocol | Fault::Proxy | Fault::Machine,
                    _,
                ) => Failure::Final,
                (_, Sent::No) => Failure::NotSent,
                (_, Sent::Maybe) => Failure::Unknown,
            },
            Self::Malformed { cut: true, .. } => Failure::Unknown,
            Self::Status { status: 429, retry_after, .. } => Failure::Throttled { retry_after: *retry_after },
            Self::Status { status: 408 | 500..=599, retry_after, .. } => Failure::Busy { retry_after: *retry_after },
            Self::Refused { diagnosis, .. } if diagnosis.advice == Advice::Retry => Failure::Passing,
            _ => Failure::Final,
        }
    }

    /// Whether it says anything about the server: what a proxy or this machine refused does not.
    pub(crate) fn is_of_server(&self) -> bool {
        !matches!(self, Self::Transport(error) if matches!(error.fault(), Fault::Proxy | Fault::Machine))
    }

    /// Whether somebody answered: a server that fails by its status, or not at all, has not.
    pub(crate) fn is_answered(&self) -> bool {
        match self {
            Self::Transport(error) => matches!(error.fault(), Fault::TooLarge | Fault::Encoding),
            Self::Status { status, .. } => *status < 500,
            Self::Malformed { cut, .. } => !cut,
            _ => true,
        }
    }
}
