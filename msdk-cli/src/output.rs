//! What a command prints.

use std::{
    io::{ErrorKind, Write as _},
    process::ExitCode,
};

use serde_json::Value;

/// The result of a command, as text for people and as JSON for programs.
pub(crate) struct Output {
    text: String,
    json: Value,
    code: u8,
}

impl Output {
    pub(crate) fn new(text: String, json: Value) -> Self {
        Self { text, json, code: 0 }
    }

    /// A result that is a text in any case.
    pub(crate) fn text(text: String) -> Self {
        Self { json: Value::from(text.as_str()), text, code: 0 }
    }

    /// A result that is JSON in any case.
    pub(crate) fn json(json: Value) -> Self {
        Self { text: format!("{json:#}"), json, code: 0 }
    }

    /// The same result with an exit code of its own.
    pub(crate) fn with_code(self, code: u8) -> Self {
        Self { code, ..self }
    }

    pub(crate) fn print(&self, as_json: bool) -> ExitCode {
        let text = if as_json { format!("{:#}", self.json) } else { self.text.clone() };
        match writeln!(std::io::stdout(), "{}", text.trim_end()) {
            // Whoever reads has seen enough.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::from(self.code),
            Err(_) => ExitCode::from(1),
            Ok(()) => ExitCode::from(self.code),
        }
    }
}
