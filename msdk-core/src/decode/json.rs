//! A piece of an answer whose type is not known yet.

use std::{borrow::Cow, fmt};

use serde_core::Deserialize;
use serde_json::value::RawValue;

use super::{
    DecodeError, JsonObject,
    reader::{MOST_LEVELS, Manner, Reader},
};

/// One JSON value of an answer, checked to be JSON and not read any further yet.
#[derive(Clone, Copy)]
pub struct Json<'a> {
    text: &'a str,
}

impl<'a> Json<'a> {
    /// Reads a document, which may start with a byte order mark.
    pub(crate) fn document(text: &'a str) -> Result<Self, DecodeError> {
        let mut reader = Reader::of_answer(text, Manner::default());
        match (reader.value(), reader.is_at_end()) {
            (Ok(json), true) => Ok(json),
            _ => Err(no_document(text)),
        }
    }

    /// Takes over a text that is known to be one value.
    pub(super) const fn from_checked(text: &'a str) -> Self {
        Self { text }
    }

    /// Returns the JSON text.
    pub const fn as_str(self) -> &'a str {
        self.text
    }

    /// Whether there is nothing in it: `null` or an empty string.
    pub fn is_blank(self) -> bool {
        matches!(self.text, "null" | "\"\"")
    }

    /// Whether it is an array without items.
    pub(super) fn is_empty_list(self) -> bool {
        Reader::new(self.text).empty_list()
    }

    /// Reads a string; a number is taken as the text that it is written as.
    ///
    /// # Errors
    ///
    /// If it is anything else, or has half a character in it, the escape of a lone surrogate.
    pub fn text(self) -> Result<Cow<'a, str>, DecodeError> {
        Ok(Reader::new(self.text).text()?)
    }

    /// Reads a string like [`text`](Self::text), with replacement characters for lone surrogates.
    pub(crate) fn text_lossy(self) -> Result<Cow<'a, str>, DecodeError> {
        if !self.text.starts_with('"') {
            return self.text();
        }
        Ok(Reader::new(self.text).string_lossy()?)
    }

    /// Reads an integer, in quotes or not.
    ///
    /// # Errors
    ///
    /// If it is anything else, a fraction or a blank string included.
    pub fn int(self) -> Result<i128, DecodeError> {
        let text = self.text().map_err(|_| self.unexpected("an integer"))?;
        numeric(&text).and_then(|text| text.parse().ok()).ok_or_else(|| self.unexpected("an integer"))
    }

    /// Reads a number, in quotes or not.
    ///
    /// # Errors
    ///
    /// If it is anything else.
    pub fn number(self) -> Result<f64, DecodeError> {
        let text = self.text().map_err(|_| self.unexpected("a number"))?;
        let number = numeric(&text).and_then(|text| text.parse().ok()).filter(|number: &f64| number.is_finite());
        number.ok_or_else(|| self.unexpected("a finite number"))
    }

    /// Reads a yes or no: an integer, in quotes or not, where only 0 is no; `true` and `false`.
    ///
    /// # Errors
    ///
    /// If it is anything else.
    pub fn flag(self) -> Result<bool, DecodeError> {
        match self.text {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => self.int().map(|int| int != 0).map_err(|_| self.unexpected("0 or 1")),
        }
    }

    /// Reads an array.
    ///
    /// # Errors
    ///
    /// If it is anything else, if it has more than 100,000 items, or if `item` fails for one of them.
    pub fn items<T>(self, item: impl Fn(Self) -> Result<T, DecodeError>) -> Result<Vec<T>, DecodeError> {
        let mut items = Vec::new();
        Reader::new(self.text).items(&mut |reader| {
            items.push(item(reader.value()?)?);
            Ok(())
        })?;
        Ok(items)
    }

    /// Reads an object.
    ///
    /// # Errors
    ///
    /// If it is anything else, or has more than 100,000 keys.
    pub fn object(self) -> Result<JsonObject<'a>, DecodeError> {
        JsonObject::read(&mut Reader::new(self.text))
    }

    /// Makes an error that says what was wanted and names what is there instead.
    pub fn unexpected(self, expected: &'static str) -> DecodeError {
        let found = match self.text.as_bytes().first() {
            Some(b'{') => "an object",
            Some(b'[') => "an array",
            Some(b'"') if self.is_blank() => "an empty string",
            Some(b'"') => "a string",
            Some(b't' | b'f') => "a boolean",
            Some(b'n') => "null",
            _ if self.text.contains(['e', 'E']) => "a number with an exponent",
            _ if self.text.contains('.') => "a fraction",
            _ => "a number",
        };
        DecodeError::new(expected, found)
    }
}

/// Finds the words for a text that is no JSON, or more than that. Slow, and only called for an error.
#[cold]
pub(super) fn no_document(text: &str) -> DecodeError {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // serde_json skips over a raw value without recursion, so that no depth of nesting is a danger here.
    let mut reader = serde_json::Deserializer::from_str(text);
    match <&RawValue>::deserialize(&mut reader) {
        Ok(raw) if reader.end().is_err() => DecodeError::new("JSON", what_follows(text, raw)),
        Ok(_) => DecodeError::new(TOO_DEEP, "more"),
        Err(error) => DecodeError::new("JSON", what_it_is(text, &error)),
    }
}

/// The rule that [`MOST_LEVELS`] stands for.
const TOO_DEEP: &str = "at most 32 levels of nesting";
const _: () = assert!(MOST_LEVELS == 32);

fn what_it_is(text: &str, error: &serde_json::Error) -> &'static str {
    match text.trim_start().chars().next() {
        None => "an empty body",
        Some('<') => "a page of HTML or XML",
        Some('{' | '[') if error.is_eof() => "JSON that breaks off",
        Some('{' | '[') => "JSON with a mistake in it",
        Some(_) => "something else",
    }
}

/// What stands behind a document.
fn what_follows(text: &str, document: &RawValue) -> &'static str {
    let rest = text.trim_start().strip_prefix(document.get()).unwrap_or_default().trim_start();
    if rest.starts_with(['{', '[']) { "two documents" } else { "something after the answer" }
}

/// A text that starts as a number does: Rust reads `+1` and `inf` too.
fn numeric(text: &str) -> Option<&str> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit()).then_some(text)
}

impl fmt::Debug for Json<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Json({} bytes)", self.text.len())
    }
}
