//! The JSON of an answer to typed values.

mod answer;
mod by_serde;
mod envelope;
pub(crate) mod in_place;
mod json;
mod maps;
mod object;
mod reader;
mod rows;
mod text;
mod values;
mod walk;

#[cfg(test)]
mod tests;

use std::fmt;

use crate::describe::{Field, Shape};

pub(crate) use answer::{NoAnswer, Parts, ReadReply, read_parts};
pub use by_serde::FromSerde;
pub(crate) use in_place::in_place;
pub use json::Json;
pub use object::JsonObject;
pub(crate) use reader::{EnvelopeField, EnvelopeFields, MOST_LEVELS, Manner, is_value};
pub use reader::{Failure, Reader};
pub(crate) use rows::without_others;
pub(crate) use text::{guesses, text, utf8};
pub use walk::read_answer;

/// The most items of an array and keys of an object. The platform answers for 50 players at a time; what an answer of
/// millions of empty values would cost is bounded by this.
const MOST_ENTRIES: usize = 100_000;

/// What is wrong with a degraded answer where only a whole one will do.
pub(crate) const NOT_WHOLE: DecodeError = DecodeError::new("a whole answer", "one of which a part is lost");

/// A value that an answer can hold.
///
/// Decoding is tolerant where the vendor is careless: a number may stand in quotes, a yes or no is 0 or 1 with or
/// without quotes, and an `Option` is `None` for an absent field, `null` and `""`, one of an object for `[]` too.
///
/// `#[msdk_reply]` implements it for a struct.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from an answer",
    label = "not a value that an answer can hold",
    note = "put `#[msdk_reply]` above a struct of your own; an answer holds `String`, numbers, `bool`, `Option`, `Vec` \
            and maps besides, whose keys are `String`, `OpenId`, integers or a `msdk::declare::Key`; for any other type, implement `msdk::declare::Decode`; where only `ret` and `msg` come back, say `reply = ()`"
)]
pub trait Decode: Sized {
    /// The JSON type.
    const SHAPE: Shape;

    /// Whether a field of this type may be absent.
    const OPTIONAL: bool = false;

    /// Whether no value of this type may be printed.
    const SECRET: bool = false;

    /// Whether a value that does not fit may count as absent, in the answer of an endpoint that writes.
    #[doc(hidden)]
    const FORGIVABLE: bool = Self::OPTIONAL;

    /// Reads one JSON value.
    ///
    /// # Errors
    ///
    /// If the JSON is not what the type stands for.
    fn decode(json: Json<'_>) -> Result<Self, DecodeError>;

    /// Reads a whole text: a reply from what a platform would answer, with or without `ret`, for tests and stored answers.
    ///
    /// # Errors
    ///
    /// If the text is no JSON, or not what the type stands for.
    fn from_json(text: &str) -> Result<Self, DecodeError> {
        Self::decode(Json::document(text)?)
    }

    /// Whether this answer is degraded: the platform could not reach all of its data, so that something may be missing. It
    /// is a reply's `is_lost`, where it has one that is a `bool`; [`Call::whole`](crate::client::Call::whole) refuses such an
    /// answer.
    fn is_lost(&self) -> bool {
        false
    }

    /// Reads a value, and refuses one that is degraded.
    ///
    /// # Errors
    ///
    /// If the JSON is not what the type stands for, or the answer is degraded.
    #[doc(hidden)]
    fn read_whole(reader: &mut Reader<'_>) -> Result<Self, Failure> {
        let value = Self::read(reader)?;
        if value.is_lost() { Err(NOT_WHOLE.in_field("is_lost").into()) } else { Ok(value) }
    }

    /// Reads the value that the reader is at. What is written by hand reads it by [`decode`](Self::decode).
    ///
    /// # Errors
    ///
    /// If the JSON is not what the type stands for.
    #[doc(hidden)]
    fn read(reader: &mut Reader<'_>) -> Result<Self, Failure> {
        Ok(Self::decode(reader.value()?)?)
    }

    /// Reads the value that the reader is at, which may be none.
    ///
    /// # Errors
    ///
    /// If the JSON is neither none nor what the type stands for.
    #[doc(hidden)]
    fn read_option(reader: &mut Reader<'_>) -> Result<Option<Self>, Failure> {
        Ok(Self::decode_option(reader.value()?)?)
    }

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
        let is_none = json.is_blank() || (Self::SHAPE.is_keyed() && json.is_empty_list());
        if is_none { Ok(None) } else { Self::decode(json).map(Some) }
    }

    /// Reads the value of a field into its place. Generated code calls methods of the trait, as for
    /// [`Encode`](crate::encode::Encode).
    ///
    /// # Errors
    ///
    /// If it is not what the type stands for, or if there was one before: nothing tells which counts.
    #[doc(hidden)]
    fn read_field(reader: &mut Reader<'_>, place: &mut Option<Self>) -> Result<(), Failure> {
        in_place::field(reader, place)
    }

    /// Reads the value of a field that may be `null` or an empty string, which leaves none in the place.
    ///
    /// # Errors
    ///
    /// As [`read_field`](Self::read_field).
    #[doc(hidden)]
    fn read_field_or_none(reader: &mut Reader<'_>, place: &mut Option<Option<Self>>) -> Result<(), Failure> {
        in_place::field_or_none(reader, place)
    }

    /// Returns the value of a field, or that of an absent one.
    ///
    /// # Errors
    ///
    /// If it must be there and is not.
    #[doc(hidden)]
    fn present(place: Option<Self>, fields: &[Field], index: usize) -> Result<Self, Failure> {
        in_place::present(place, fields, index)
    }

    /// Reads the fields of a flattened part out of the object that began at `start`.
    ///
    /// # Errors
    ///
    /// If one of them cannot be read.
    #[doc(hidden)]
    fn read_flattened(reader: &mut Reader<'_>, start: usize) -> Result<Self, Failure> {
        reader.again(start, Self::read)
    }
}

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
        self.put_in_field(name);
        self
    }

    fn put_in_field(&mut self, name: &str) {
        let dot = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        self.path = format!("{name}{dot}{}", self.path);
    }

    fn put_in_item(&mut self, index: usize) {
        self.put_in_field(&format!("[{index}]"));
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
