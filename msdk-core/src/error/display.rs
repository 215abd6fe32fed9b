//! An error in one line.

mod zh;

use std::fmt;

use super::{Cause, Error, Lang, escaped};
use crate::{
    client::{load::Stopped, retry::Stop},
    error::{ErrorKind, Turn},
};

/// How many broken rules a line has. A list of thousands of wrong items has thousands; [`Error::violations`] has them all.
const SHOWN: usize = 8;

/// The line of an error in some language.
struct InLang<'a>(&'a Error, Lang);

impl fmt::Display for InLang<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.1 {
            Lang::En => self.0.fmt(f),
            Lang::Zh => zh::write(self.0, f),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {self}", self.kind())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(endpoint) = self.endpoint() {
            write!(f, "{endpoint}: ")?;
        }
        self.fmt_cause(f)?;
        match self.kind() {
            // The broken rules say what to mend in the program. Where the player's client brought a bad openid or token, the
            // program has no mistake, so the line has to say so.
            ErrorKind::InvalidRequest if self.turn() == Turn::Player => {
                return write!(f, "; {}: {} ({})", self.advice(), self.remedy(), self.turn().in_words());
            }
            ErrorKind::Config | ErrorKind::InvalidRequest => return Ok(()),
            _ => self.fmt_course(f)?,
        }
        write!(f, "; {}: {} ({})", self.advice(), self.remedy(), self.turn().in_words())
    }
}

impl Error {
    /// Returns the line that `Display` gives, in a language. Texts of servers and of the operating system stay as they are.
    ///
    /// ```
    /// # extern crate msdk_core as msdk;
    /// # let error = msdk::Client::builder().app_id("1").base_url("http://127.0.0.1:1").build().unwrap_err();
    /// assert_eq!(error.display(msdk::Lang::Zh).to_string(), "配置项 app_key 缺失（the app key is missing (MSDK_APP_KEY)）");
    /// ```
    pub fn display(&self, lang: Lang) -> impl fmt::Display + '_ {
        InLang(self, lang)
    }

    fn fmt_cause(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.cause {
            Cause::Config(error) => write!(f, "{error}"),
            Cause::Invalid(violations) => {
                f.write_str("invalid request, nothing was sent: ")?;
                for (index, violation) in violations.iter().take(SHOWN).enumerate() {
                    write!(f, "{}{violation}", if index > 0 { "; " } else { "" })?;
                }
                match violations.len().saturating_sub(SHOWN) {
                    0 => Ok(()),
                    more => write!(f, "; and {more} more"),
                }
            }
            Cause::Paced { wait } => write!(f, "held back, the player may be asked about again in {}", Short(*wait)),
            Cause::Overloaded => f.write_str("not sent, too many calls wait already"),
            Cause::OutOfTime => f.write_str("not sent, no time was left for an answer"),
            Cause::CircuitOpen(Stopped { failures, last: (kind, ago) }) => {
                write!(
                    f,
                    "not sent, the last {failures} attempts had no answer, the last one {} ago ({kind})",
                    Short(*ago)
                )
            }
            Cause::Transport(error) => {
                match self.kind() {
                    ErrorKind::Dns => f.write_str("no such host, ")?,
                    ErrorKind::Tls => f.write_str("no trusted connection, ")?,
                    ErrorKind::TooLarge => f.write_str("answer too large, ")?,
                    _ => {}
                }
                write!(f, "{error}")
            }
            Cause::Status { status, retry_after, location, body } => {
                write!(f, "HTTP status {status}")?;
                if let Some(wait) = retry_after {
                    write!(f, ", asks to wait {}", Short(*wait))?;
                }
                if let Some(location) = location {
                    write!(f, ", points to {}", escaped(location))?;
                }
                write!(f, ", body \"{}\"", body.excerpt)
            }
            Cause::Malformed { reason, body, cut, .. } => {
                let what =
                    if *cut { "no complete answer came before the connection closed" } else { "malformed answer" };
                write!(f, "{what}: {reason}, body \"{}\"", body.excerpt)
            }
            Cause::Mismatched { sent, received, .. } => match received {
                Some(received) => {
                    write!(f, "answer to another call: msdkExtInfo is \"{}\", sent was \"{sent}\"", escaped(received))
                }
                None => write!(
                    f,
                    "the answer has no msdkExtInfo, so it cannot be matched to this call; sent was \"{sent}\""
                ),
            },
            Cause::Refused { envelope, diagnosis } => {
                write!(f, "{envelope}")?;
                write!(f, ": {}", diagnosis.meaning())
            }
        }
    }

    fn fmt_course(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let course = &self.0.course;
        f.write_str(match (self.0.cause.may_have_acted(), course.may_have_acted) {
            (false, false) if self.0.cause.is_done() => "; it was done before",
            (false, false) if self.0.cause.is_verdict() => "; it refuses before acting, as far as the code tells",
            (false, false) => "; it has not acted",
            _ if course.repeatable => "; it may have acted, which does no harm",
            (true, _) => "; it may have acted",
            (false, true) => "; it may have acted before",
        })?;
        let plural = if course.attempts == 1 { "" } else { "s" };
        write!(f, "; {} attempt{plural} in {}", course.attempts, Short(course.elapsed))?;
        match course.stop {
            Some(Stop::Time) => f.write_str(", no time left"),
            Some(Stop::Budget) => f.write_str(", no retries left in the client's budget"),
            Some(Stop::Closed) => f.write_str(", the client admitted no further attempt"),
            Some(Stop::Attempts | Stop::NotRepeatable) | None => Ok(()),
        }
    }
}

/// A duration as a person reads it.
struct Short(std::time::Duration);

impl fmt::Display for Short {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.as_secs() > 0 {
            write!(f, "{:.1} s", self.0.as_secs_f64())
        } else {
            write!(f, "{} ms", self.0.as_millis())
        }
    }
}
