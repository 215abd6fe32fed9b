//! The JSON of an answer to typed values.

mod depth;
mod json;
mod object;
mod strings;
mod text;
mod values;
mod walk;

#[cfg(test)]
mod tests;

use std::fmt;

use crate::Shape;

pub use json::Json;
pub use object::JsonObject;
pub(crate) use text::text;
pub use walk::read_answer;

/// The most items of an array and keys of an object. The platform answers for 50 players at a time; what an answer of
/// millions of empty values would cost is bounded by this.
const MOST_ENTRIES: usize = 100_000;

/// A value that an answer can hold.
///
/// Decoding is tolerant where the vendor is careless: a number may stand in quotes, a yes or no is 0 or 1 with or
/// without quotes, and an `Option` is `None` for an absent field, `null` and `""`.
///
/// `#[msdk_reply]` implements it for a struct.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from an answer",
    label = "not a type that an answer can be read into",
    note = "put `#[msdk_reply]` above the struct, or say `reply = ()` where only `ret` and `msg` come back"
)]
pub trait Decode: Sized {
    /// The JSON type.
    const SHAPE: Shape;

    /// Whether a field of this type may be absent.
    const OPTIONAL: bool = false;

    /// Reads one JSON value.
    ///
    /// # Errors
    ///
    /// If the JSON is not what the type stands for.
    fn decode(json: Json<'_>) -> Result<Self, DecodeError>;

    /// The value of an absent field, if it may be absent.
    fn absent() -> Option<Self> {
        None
    }

    /// Reads a value that may be none.
    ///
    /// # Errors
    ///
    /// If the JSON is neither none nor what the type stands for.
    fn decode_option(json: Json<'_>) -> Result<Option<Self>, DecodeError> {
        if json.is_blank() { Ok(None) } else { Self::decode(json).map(Some) }
    }
}

/// A type that a reply, or a field of one, can have: whatever is [`Decode`]. It exists for its message, which the many
/// implementations of [`Decode`] would drown.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from an answer",
    label = "not a value that an answer can hold",
    note = "put `#[msdk_reply]` above a struct of your own; an answer holds `String`, numbers, `bool`, `Option` and `Vec` \
            besides; for any other type, implement `msdk::Decode`"
)]
pub trait ReplyValue: Decode {}

#[diagnostic::do_not_recommend]
impl<T: Decode> ReplyValue for T {}

/// Why JSON is not the value it should be. It tells types and places, never contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError {
    path: String,
    expected: &'static str,
    found: &'static str,
}

impl DecodeError {
    /// Makes an error from what was wanted, "an integer", and what was there, "a string".
    pub const fn new(expected: &'static str, found: &'static str) -> Self {
        Self { path: String::new(), expected, found }
    }

    /// Returns the place in the answer, such as `lists[3].openid`; empty for the answer itself.
    pub fn path(&self) -> &str {
        &self.path
    }

    pub(crate) fn in_field(mut self, name: &str) -> Self {
        let dot = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        self.path = format!("{name}{dot}{}", self.path);
        self
    }

    pub(crate) fn in_item(mut self, index: usize) -> Self {
        let dot = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        self.path = format!("[{index}]{dot}{}", self.path);
        self
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "`{}`: ", self.path)?;
        }
        write!(f, "expected {}, found {}", self.expected, self.found)
    }
}

impl std::error::Error for DecodeError {}
