//! Bodies that are not JSON.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue};

use super::ProtocolError;

/// Turns the JSON of a request into what is sent, and what is received into the JSON of an answer.
///
/// Everything else works on the JSON: checks, the description of the endpoint, typed replies, masks over secrets. A
/// codec stands in a declaration, `codec = path::to::CODEC`, or around the bodies of all endpoints,
/// [`Protocol::codec`](super::Protocol::codec).
///
/// An endpoint that takes a form and answers with one:
///
/// ```
/// # extern crate msdk_core as msdk;
/// use msdk::{bytes::Bytes, http::{HeaderMap, HeaderValue}, protocol::{Codec, ProtocolError}};
///
/// #[derive(Debug)]
/// struct Form;
///
/// impl Codec for Form {
///     fn write(&self, json: Bytes) -> Result<Bytes, ProtocolError> {
///         let fields: Vec<(String, String)> = serde_json::from_slice::<serde_json::Map<_, _>>(&json)
///             .map_err(|_| ProtocolError::new("the body is no object"))?
///             .into_iter()
///             .map(|(name, value)| (name, value.as_str().map_or_else(|| value.to_string(), str::to_owned)))
///             .collect();
///         Ok(fields.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&").into())
///     }
///
///     fn read(&self, _: &HeaderMap, answer: Bytes) -> Result<Bytes, ProtocolError> {
///         // A refusal is JSON.
///         if answer.starts_with(b"{") {
///             return Ok(answer);
///         }
///         let text = std::str::from_utf8(&answer).map_err(|_| ProtocolError::new("the answer is no UTF-8"))?;
///         let mut fields = serde_json::Map::from_iter([("ret".to_owned(), 0.into())]);
///         fields.extend(text.split('&').filter_map(|field| {
///             let (name, value) = field.split_once('=')?;
///             Some((name.to_owned(), value.into()))
///         }));
///         Ok(serde_json::Value::from(fields).to_string().into())
///     }
///
///     fn content_type(&self) -> Option<HeaderValue> {
///         Some(HeaderValue::from_static("application/x-www-form-urlencoded"))
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a codec",
    label = "not a `msdk::protocol::Codec`",
    note = "implement `msdk::protocol::Codec` for it; `codec = ...` takes a constant, or a struct without fields"
)]
pub trait Codec: fmt::Debug + Send + Sync + 'static {
    /// Returns what is sent for the JSON of a request. It is asked for each attempt anew. The body of a `GET` is empty.
    ///
    /// # Errors
    ///
    /// If it cannot be turned into that. Nothing is sent then.
    fn write(&self, json: Bytes) -> Result<Bytes, ProtocolError>;

    /// Returns the JSON of an answer of status 200, an object with `ret` in it: it is for the codec to say what is a
    /// success. An answer that is JSON already, as a refusal may be, is best returned as it is.
    ///
    /// # Errors
    ///
    /// If it is not what the gateway would send. The answer counts as malformed then.
    fn read(&self, headers: &HeaderMap, answer: Bytes) -> Result<Bytes, ProtocolError>;

    /// Returns the `Content-Type` of the body, where it is not the client's.
    fn content_type(&self) -> Option<HeaderValue> {
        None
    }
}
