//! What wraps every answer: `ret`, `msg`, and what comes with a refusal.

use std::fmt;

use super::{catalogue, escaped};

/// The characters of `msg` that are printed: the texts of backends that it passes on are shorter.
const MESSAGE: usize = 500;

/// The envelope of one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Envelope {
    pub(crate) ret: i64,
    pub(crate) msg: String,
    pub(crate) plat_code: Option<i64>,
    pub(crate) err_type: Option<i64>,
    pub(crate) ext_info: Option<String>,
}

impl Envelope {
    /// The integer before the first comma of `msg`, where `ret` says that there is one.
    pub(crate) fn platform_code(&self) -> Option<i64> {
        catalogue::platform_code(self.ret, &self.msg)
    }
}

impl fmt::Display for Envelope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("refused by the platform: ")?;
        self.fmt_codes(f)
    }
}

impl Envelope {
    /// Writes the codes and the message, under the names that the platform has for them.
    pub(crate) fn fmt_codes(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ret {}", self.ret)?;
        if let Some(code) = self.platform_code() {
            write!(f, ", platform code {code}")?;
        }
        if let Some(code) = self.plat_code {
            write!(f, ", platCode {code}")?;
        }
        if let Some(kind) = self.err_type {
            write!(f, ", err_type {kind}")?;
        }
        write!(f, ", msg \"{}\"", escaped(&self.msg).at_most(MESSAGE))
    }
}
