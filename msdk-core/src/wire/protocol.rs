//! How a gateway wants its requests, and how its answers say success.

mod codec;
mod draft;
mod msdk;
mod request_line;
mod v3;

use std::{fmt, time::Duration};

use bytes::Bytes;
use http::HeaderMap;

pub use codec::Codec;
pub use draft::Draft;
pub(crate) use draft::{Proof, Proofs};
pub use msdk::MsdkProtocol;
pub(crate) use request_line::UNRESERVED;
pub use v3::V3Protocol;

use crate::describe::{Method, Secret};

/// The envelope of a gateway: what it wants around the fields of an endpoint, and how its answers say success.
///
/// [`MsdkProtocol`] is the one that the vendor's document describes and every client has by default; [`V3Protocol`] is the
/// vendor's later one. A gateway of your own, or another generation of the vendor's, is a few dozen lines. This one counts
/// milliseconds, has names of its own, signs path, query and body, and answers with `code` and `message`:
///
/// ```
/// # extern crate msdk_core as msdk;
/// use msdk::protocol::{AnswerFormat, Draft, Outbound, Protocol, ProtocolError};
/// # fn digest(text: &str) -> String { format!("{:08x}", text.bytes().fold(7_u32, |sum, byte| sum.wrapping_mul(31) + u32::from(byte))) }
///
/// #[derive(Debug)]
/// struct Ours;
///
/// impl Protocol for Ours {
///     fn write(&self, call: &Outbound<'_>, draft: &mut Draft) -> Result<(), ProtocolError> {
///         draft.query("gameid", call.app_id);
///         draft.query("player", call.openid);
///         draft.query("ts", &call.time.as_millis().to_string());
///         draft.parameters_of(call);
///         let key = call.app_key.ok_or_else(|| ProtocolError::new("there is no app key to sign with"))?;
///         let body = String::from_utf8_lossy(call.body);
///         let text = format!("{}{body}{}", draft.path_and_query(), key.expose());
///         draft.secret_query("sig", &digest(&text).into());
///         Ok(())
///     }
///
///     fn answer_format(&self) -> AnswerFormat {
///         AnswerFormat { code: "code", message: "message", success: 200 }
///     }
/// }
///
/// let client = msdk::Client::builder()
///     .app_id("100703379")
///     .app_key("0123456789abcdef0123456789abcdef")
///     .protocol(Ours)
///     .base_url("http://127.0.0.1:8080")
///     .build()?;
/// # Ok::<(), msdk::Error>(())
/// ```
pub trait Protocol: fmt::Debug + Send + Sync + 'static {
    /// Writes the query and the headers of one attempt. It is asked for each attempt anew, so that the time is that of the
    /// attempt. The parameters of the endpoint itself are written by [`Draft::parameters_of`], wherever they belong.
    ///
    /// # Errors
    ///
    /// If such a request cannot be made. Nothing is sent then, and the call fails with the reason.
    fn write(&self, call: &Outbound<'_>, draft: &mut Draft) -> Result<(), ProtocolError>;

    /// Returns the path that stands in the request and is signed. By default it is the one of the declaration.
    fn path<'a>(&self, path: &'a str) -> &'a str {
        path
    }

    /// Returns what turns the bodies of every endpoint into what is sent, and answers back, such as a cipher; by default
    /// nothing does.
    fn codec(&self) -> Option<&dyn Codec> {
        None
    }

    /// Returns how an answer says whether it is a success; by default [`AnswerFormat::MSDK`], a `ret` of 0.
    fn answer_format(&self) -> AnswerFormat {
        AnswerFormat::MSDK
    }

    /// Says why the protocol cannot work with an account, which the settings of the client are refused for. It is given
    /// the account's app key, if there is one.
    ///
    /// # Errors
    ///
    /// If it cannot work with it.
    fn check(&self, app_key: Option<&Secret>) -> Result<(), ProtocolError> {
        let _ = app_key;
        Ok(())
    }

    /// The secrets besides the account's app key that must not be printed should a server send them back.
    fn secrets(&self) -> Vec<&Secret> {
        Vec::new()
    }
}

/// One attempt of a call, before it is a request.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Outbound<'a> {
    /// The method.
    pub method: Method,
    /// The path, as [`Protocol::path`] has it, without the base URL.
    pub path: &'a str,
    /// The time of the attempt, since 1970.
    pub time: Duration,
    /// The id of the account, for a guest with `G_` before it.
    pub app_id: &'a str,
    /// The key of the account.
    pub app_key: Option<&'a Secret>,
    /// The player's openid.
    pub openid: &'a str,
    /// The number by which the answer is known to be this attempt's (`msdkExtInfo`), unless none is wanted.
    pub ext_info: Option<&'a str>,
    /// The player's terminal (`opua`), where the session has it and the endpoint takes it.
    pub opua: Option<&'a str>,
    /// Whether the connection is to be kept.
    pub keep_alive: bool,
    /// The endpoint's own parameters, names and values, not yet encoded.
    pub parameters: &'a [(&'static str, Secret)],
    /// The endpoint's own headers, if it has any.
    pub headers: Option<&'a HeaderMap>,
    /// The body as it is sent, behind every [`Codec`].
    pub body: &'a [u8],
}

impl fmt::Debug for Outbound<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { method, path, time, .. } = self;
        f.debug_struct("Outbound")
            .field("method", method)
            .field("path", path)
            .field("time", time)
            .finish_non_exhaustive()
    }
}

/// The keys by which an answer says how it went. Such a key is taken for nothing else, at the top of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerFormat {
    /// The key of the integer that says success or why not, in place of `ret`.
    pub code: &'static str,
    /// The key of the text beside it, in place of `msg`.
    pub message: &'static str,
    /// The code that says success, in place of 0.
    pub success: i64,
}

impl AnswerFormat {
    /// That of the vendor's document.
    pub const MSDK: Self = Self { code: "ret", message: "msg", success: 0 };
}

/// That of the vendor's document.
impl Default for AnswerFormat {
    fn default() -> Self {
        Self::MSDK
    }
}

/// Why a request cannot be made as the gateway wants it, or an answer not be understood.
///
/// Its text gets into the error of the call: it must not have a secret in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProtocolError(String);

impl ProtocolError {
    /// Makes an error from its reason, such as "the cipher text is cut off".
    pub fn new(reason: impl Into<String>) -> Self {
        Self(reason.into())
    }
}

impl fmt::Display for ProtocolError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ProtocolError {}

/// Applies codecs to the body of a request, the endpoint's first.
pub(crate) fn write_body(codecs: [Option<&dyn Codec>; 2], body: &Bytes) -> Result<Bytes, ProtocolError> {
    codecs.iter().flatten().try_fold(body.clone(), |body, codec| codec.write(body))
}

/// Applies codecs to the body of an answer, the endpoint's last.
pub(crate) fn read_body(
    codecs: [Option<&dyn Codec>; 2],
    headers: &HeaderMap,
    body: &Bytes,
) -> Result<Bytes, ProtocolError> {
    codecs.into_iter().rev().flatten().try_fold(body.clone(), |body, codec| codec.read(headers, body))
}
