//! What wraps every answer: `ret`, `msg`, and what comes with a refusal.

use std::fmt;

use crate::{Decode, DecodeError, Json};

/// The `ret` of a refusal whose code is the integer before the first comma of `msg`: mobile QQ and WeChat.
const CARRIERS: [i64; 2] = [-10000, -20000];

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
            msg: fields.get_or_default("msg")?,
            // Nothing else of the envelope is worth failing for.
            plat_code: fields.get("platCode").unwrap_or_default(),
            err_type: fields.get("err_type").unwrap_or_default(),
            ext_info: fields.get::<Option<String>>("msdkExtInfo")?,
        })
    }

    /// The integer before the first comma of `msg`, where `ret` says that there is one.
    pub(crate) fn platform_code(&self) -> Option<i64> {
        if !CARRIERS.contains(&self.ret) {
            return None;
        }
        self.msg.split([',', '，']).next().and_then(|code| code.trim().parse().ok())
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
pub(crate) fn text(body: &[u8]) -> Result<&str, String> {
    std::str::from_utf8(body).map_err(|error| format!("not UTF-8 from byte {} on", error.valid_up_to()))
}

/// Reads the reply that the envelope holds.
pub(crate) fn reply<R: Decode>(text: &str) -> Result<R, DecodeError> {
    R::decode(Json::document(text)?)
}
