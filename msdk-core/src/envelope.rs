//! What wraps every answer: `ret`, `msg`, and what comes with a refusal.

use std::{borrow::Cow, fmt, fmt::Write as _};

use crate::{DecodeError, Json, catalogue};

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
    /// Reads the envelope. Only `ret` must be there: an answer without it is no success.
    pub(crate) fn read(answer: Json<'_>) -> Result<Self, DecodeError> {
        let fields = answer.object()?;
        Ok(Self {
            ret: fields.get("ret")?,
            // Nothing else of the envelope is worth failing for.
            msg: fields.get_or_default("msg").unwrap_or_default(),
            plat_code: fields.get("platCode").unwrap_or_default(),
            err_type: fields.get("err_type").unwrap_or_default(),
            ext_info: fields.get("msdkExtInfo").unwrap_or_default(),
        })
    }

    /// The integer before the first comma of `msg`, where `ret` says that there is one.
    pub(crate) fn platform_code(&self) -> Option<i64> {
        catalogue::platform_code(self.ret, &self.msg)
    }
}

impl fmt::Display for Envelope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "refused by the platform: ret {}", self.ret)?;
        if let Some(code) = self.platform_code() {
            write!(f, ", platform code {code}")?;
        }
        if let Some(code) = self.plat_code {
            write!(f, ", platCode {code}")?;
        }
        if let Some(kind) = self.err_type {
            write!(f, ", err_type {kind}")?;
        }
        write!(f, ", msg \"{}\"", self.msg.escape_debug())
    }
}

/// Reads a body as text, or tells where it stops being UTF-8.
///
/// The platform passes on texts of its backends with raw control characters in them, which JSON forbids inside of
/// strings: they are escaped.
pub(crate) fn text(body: &[u8]) -> Result<Cow<'_, str>, String> {
    let not_utf8 = |error: std::str::Utf8Error| format!("not UTF-8 from byte {} on", error.valid_up_to());
    let text = std::str::from_utf8(body).map_err(not_utf8)?;
    let mut in_string = false;
    let mut escaped = false;
    let mut repaired = String::new();
    let mut copied = 0;
    for (index, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = in_string,
            b'"' => in_string = !in_string,
            0..0x20 if in_string => {
                repaired.push_str(text.get(copied..index).unwrap_or_default());
                let _ = write!(repaired, "\\u{byte:04x}");
                copied = index + 1;
            }
            _ => {}
        }
    }
    if copied == 0 {
        return Ok(Cow::Borrowed(text));
    }
    repaired.push_str(text.get(copied..).unwrap_or_default());
    Ok(Cow::Owned(repaired))
}
