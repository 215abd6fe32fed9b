//! How a command fails, and with which exit code.

use std::{fmt, process::ExitCode};

use msdk::{Error, ErrorKind, Lang};
use serde_json::json;

/// Why a command did not do what it should.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The system failed: a file, a socket.
    System(String),
    /// An argument or a setting is wrong.
    Usage(String),
    /// The call failed.
    Call(Box<Error>),
}

impl Failure {
    pub(crate) fn usage(what: impl fmt::Display) -> Self {
        Self::Usage(what.to_string())
    }

    fn code(&self) -> u8 {
        match self {
            Self::System(_) => 1,
            Self::Usage(_) => 2,
            Self::Call(error) => match error.kind() {
                ErrorKind::Config => 2,
                ErrorKind::InvalidRequest => 3,
                ErrorKind::Refused => 4,
                _ => 5,
            },
        }
    }

    /// Says it on standard error, as JSON if that is asked for.
    pub(crate) fn print(&self, json: bool, lang: Lang) -> ExitCode {
        let text = match self {
            Self::System(text) | Self::Usage(text) => text.clone(),
            Self::Call(error) => error.display(lang).to_string(),
        };
        let error = match self {
            Self::Call(error) => serde_json::to_value(error).unwrap_or_default(),
            _ => json!({ "message": text }),
        };
        if json {
            eprintln!("{}", json!({ "error": error }));
        } else {
            eprintln!("msdk: {text}");
        }
        ExitCode::from(self.code())
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Call(Box::new(error))
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::System(error.to_string())
    }
}
