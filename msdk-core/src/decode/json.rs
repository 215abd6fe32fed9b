//! A piece of an answer whose type is not known yet.

use std::{borrow::Cow, fmt};

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::{
    DecodeError, JsonObject, MOST_ENTRIES, depth,
    strings::{Lossy, Strict},
};

/// One JSON value of an answer, checked to be JSON and not read any further yet.
#[derive(Clone, Copy)]
pub struct Json<'a> {
    text: &'a str,
}

impl<'a> Json<'a> {
    /// Reads a document, which may start with a byte order mark.
    pub(crate) fn document(text: &'a str) -> Result<Self, DecodeError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = serde_json::Deserializer::from_str(text);
        // serde_json skips over a raw value without recursion, so that no depth of nesting is a danger here.
        let raw =
            <&RawValue>::deserialize(&mut reader).map_err(|error| DecodeError::new("JSON", no_json(text, &error)))?;
        if reader.end().is_err() {
            return Err(DecodeError::new("JSON", too_much(text, raw)));
        }
        depth::check(raw.get())?;
        Ok(Self::of(raw))
    }

    pub(super) fn of(raw: &'a RawValue) -> Self {
        Self { text: raw.get() }
    }

    /// Returns the JSON text.
    pub const fn as_str(self) -> &'a str {
        self.text
    }

    /// Whether there is nothing in it: `null` or an empty string.
    pub fn is_blank(self) -> bool {
        matches!(self.text, "null" | "\"\"")
    }

    /// Reads a string; a number is taken as the text that it is written as.
    ///
    /// # Errors
    ///
    /// If it is anything else, or has half a character in it, the escape of a lone surrogate.
    pub fn text(self) -> Result<Cow<'a, str>, DecodeError> {
        match self.text.as_bytes().first() {
            Some(b'"') => {
                let text: Result<Strict<'_>, _> = serde_json::from_str(self.text);
                // All else that a string can have wrong was found when the document was read.
                text.map(|Strict(text)| text).map_err(|_| DecodeError::new("a string", "one with half a character"))
            }
            Some(b'-' | b'0'..=b'9') => Ok(Cow::Borrowed(self.text)),
            _ => Err(self.unexpected("a string")),
        }
    }

    /// Reads a string like [`text`](Self::text), with replacement characters for lone surrogates.
    pub(crate) fn text_lossy(self) -> Result<Cow<'a, str>, DecodeError> {
        if !self.text.starts_with('"') {
            return self.text();
        }
        serde_json::from_str(self.text).map(|Lossy(text)| text).map_err(|_| self.unexpected("a valid string"))
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

    /// Reads a yes or no: an integer, in quotes or not, where only 0 is no; `true` and `false`; blank is no.
    ///
    /// # Errors
    ///
    /// If it is anything else.
    pub fn flag(self) -> Result<bool, DecodeError> {
        match self.text {
            "true" => Ok(true),
            "false" => Ok(false),
            _ if self.is_blank() => Ok(false),
            _ => self.int().map(|int| int != 0).map_err(|_| self.unexpected("0 or 1")),
        }
    }

    /// Reads an array; `null` and an empty string are taken as an empty one.
    ///
    /// # Errors
    ///
    /// If it is anything else, if it has more than 100,000 items, or if `item` fails for one of them.
    pub fn items<T>(self, item: impl Fn(Self) -> Result<T, DecodeError>) -> Result<Vec<T>, DecodeError> {
        if self.is_blank() {
            return Ok(Vec::new());
        }
        if !self.text.starts_with('[') {
            return Err(self.unexpected("an array"));
        }
        let raw: Result<RawItems<'a>, _> = serde_json::from_str(self.text);
        // It is known to be an array and to be valid.
        let RawItems(raw) = raw.map_err(|_| DecodeError::new("at most 100000 items", "more"))?;
        let read = |(index, raw): (usize, &'a RawValue)| item(Self::of(raw)).map_err(|error| error.in_item(index));
        raw.into_iter().enumerate().map(read).collect()
    }

    /// Reads an object.
    ///
    /// # Errors
    ///
    /// If it is anything else, or has more than 100,000 keys.
    pub fn object(self) -> Result<JsonObject<'a>, DecodeError> {
        if !self.text.starts_with('{') {
            return Err(self.unexpected("an object"));
        }
        // It is known to be an object and to be valid.
        serde_json::from_str(self.text).map_err(|_| DecodeError::new("at most 100000 keys", "more"))
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

/// What stands where JSON should.
fn no_json(text: &str, error: &serde_json::Error) -> &'static str {
    match text.trim_start().chars().next() {
        None => "an empty body",
        Some('<') => "a page of HTML or XML",
        Some('{' | '[') if error.is_eof() => "JSON that breaks off",
        Some('{' | '[') => "JSON with a mistake in it",
        Some(_) => "something else",
    }
}

/// What follows a document.
fn too_much(text: &str, raw: &RawValue) -> &'static str {
    let rest = text.trim_start().strip_prefix(raw.get()).unwrap_or_default().trim_start();
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

/// The items of an array that has not too many of them.
struct RawItems<'a>(Vec<&'a RawValue>);

impl<'de: 'a, 'a> Deserialize<'de> for RawItems<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Items;

        impl<'de> Visitor<'de> for Items {
            type Value = RawItems<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an array")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Self::Value, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = sequence.next_element()? {
                    if items.len() == MOST_ENTRIES {
                        return Err(A::Error::custom("too many items"));
                    }
                    items.push(item);
                }
                Ok(RawItems(items))
            }
        }

        deserializer.deserialize_seq(Items)
    }
}
