//! How a command fails, and with which exit code.

use std::{
    fmt::{self, Write as _},
    io::{self, Write as _},
    process::ExitCode,
};

use msdk::{Error, ErrorKind, Lang, errors::Violation};
use serde_json::{Value, json};

use crate::words::say;

/// Why a command did not do what it should.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The system failed: a file, a socket.
    System(String),
    /// An argument or a setting is wrong.
    Usage(String),
    /// A gateway does not answer as it should.
    Unwell(String),
    /// The call failed.
    Call(Box<Error>),
}

impl Failure {
    pub(crate) fn usage(what: impl fmt::Display) -> Self {
        Self::Usage(what.to_string())
    }

    pub(crate) fn code(&self) -> u8 {
        match self {
            Self::System(_) => 1,
            Self::Usage(_) => 2,
            Self::Unwell(_) => 5,
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
        let line = if json {
            json!({ "error": self.as_json(lang) }).to_string()
        } else {
            format!("msdk: {}", self.text(lang))
        };
        // Where nobody listens the exit code has to do.
        let _ = writeln!(io::stderr(), "{line}");
        ExitCode::from(self.code())
    }

    pub(crate) fn text(&self, lang: Lang) -> String {
        match self {
            Self::System(text) | Self::Usage(text) | Self::Unwell(text) => text.clone(),
            Self::Call(error) if error.violations().len() > 1 => rules(error, lang),
            Self::Call(error) => error.display(lang).to_string(),
        }
    }

    fn as_json(&self, lang: Lang) -> Value {
        let Self::Call(error) = self else {
            let kind = if matches!(self, Self::Usage(_)) { "usage" } else { "system" };
            return json!({ "kind": kind, "message": self.text(lang) });
        };
        let mut json = serde_json::to_value(error).unwrap_or_default();
        if let Some(object) = json.as_object_mut() {
            let rules = error.violations().iter();
            let rules = rules.map(|broken| json!({ "field": broken.field(), "rule": rule(broken, lang) }));
            object.insert("violations".to_owned(), rules.collect());
            object.insert("meaning".to_owned(), error.meaning().map_or(Value::Null, |text| text.in_lang(lang).into()));
            object.insert("remedy".to_owned(), error.remedy().in_lang(lang).into());
            object.insert("message".to_owned(), error.display(lang).to_string().into());
        }
        json
    }
}

/// The rules that a request breaks, each on a line of its own and none left out.
fn rules(error: &Error, lang: Lang) -> String {
    let mut text = say(lang, "invalid request, nothing was sent", "请求不合法，未发送").to_owned();
    for broken in error.violations() {
        let _ = write!(text, "\n  {}: {}", broken.field(), rule(broken, lang));
    }
    text
}

fn rule(broken: &Violation, lang: Lang) -> &str {
    match lang {
        Lang::Zh => broken.rule_zh().unwrap_or(broken.rule()),
        _ => broken.rule(),
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Call(Box::new(error))
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::System(error.to_string())
    }
}
