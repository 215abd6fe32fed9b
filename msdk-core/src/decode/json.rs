//! A piece of an answer whose type is not known yet.

use std::{borrow::Cow, fmt};

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::{DecodeError, ReplyValue};

/// One JSON value of an answer, checked to be JSON and not read any further yet.
#[derive(Clone, Copy)]
pub struct Json<'a> {
    text: &'a str,
}

impl<'a> Json<'a> {
    /// Reads a document, which may start with a byte order mark.
    pub(crate) fn document(text: &'a str) -> Result<Self, DecodeError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let raw: &RawValue =
            serde_json::from_str(text).map_err(|error| DecodeError::new("JSON", no_json(text, &error)))?;
        Ok(Self { text: raw.get() })
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
    /// If it is anything else.
    pub fn text(self) -> Result<Cow<'a, str>, DecodeError> {
        match self.text.as_bytes().first() {
            Some(b'"') => {
                let Text(text) = serde_json::from_str(self.text).map_err(|_| self.unexpected("a valid string"))?;
                Ok(text)
            }
            Some(b'-' | b'0'..=b'9') => Ok(Cow::Borrowed(self.text)),
            _ => Err(self.unexpected("a string")),
        }
    }

    /// Reads an integer, in quotes or not.
    ///
    /// # Errors
    ///
    /// If it is anything else, a fraction or a blank string included.
    pub fn int(self) -> Result<i128, DecodeError> {
        let text = match self.text.as_bytes().first() {
            Some(b'"' | b'-' | b'0'..=b'9') => self.text()?,
            _ => return Err(self.unexpected("an integer")),
        };
        let digits = text.strip_prefix('-').unwrap_or(&text);
        match text.parse() {
            Ok(int) if digits.starts_with(|c: char| c.is_ascii_digit()) => Ok(int),
            _ => Err(self.unexpected("an integer")),
        }
    }

    /// Reads a number, in quotes or not.
    ///
    /// # Errors
    ///
    /// If it is anything else.
    pub fn number(self) -> Result<f64, DecodeError> {
        let text = self.text().map_err(|_| self.unexpected("a number"))?;
        text.parse().ok().filter(|number: &f64| number.is_finite()).ok_or_else(|| self.unexpected("a number"))
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
    /// If it is anything else, or if `item` fails for one of its items.
    pub fn items<T>(self, item: impl Fn(Self) -> Result<T, DecodeError>) -> Result<Vec<T>, DecodeError> {
        if self.is_blank() {
            return Ok(Vec::new());
        }
        if !self.text.starts_with('[') {
            return Err(self.unexpected("an array"));
        }
        let raw: Vec<&RawValue> = serde_json::from_str(self.text).map_err(|_| self.unexpected("a valid array"))?;
        let read =
            |(index, raw): (usize, &'a RawValue)| item(Self { text: raw.get() }).map_err(|error| error.in_item(index));
        raw.into_iter().enumerate().map(read).collect()
    }

    /// Reads an object.
    ///
    /// # Errors
    ///
    /// If it is anything else.
    pub fn object(self) -> Result<JsonObject<'a>, DecodeError> {
        if !self.text.starts_with('{') {
            return Err(self.unexpected("an object"));
        }
        serde_json::from_str(self.text).map_err(|_| self.unexpected("a valid object"))
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

impl fmt::Debug for Json<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Json({} bytes)", self.text.len())
    }
}

/// The keys and values of a JSON object, in the order they came.
pub struct JsonObject<'a> {
    entries: Vec<(Cow<'a, str>, Json<'a>)>,
}

impl<'a> JsonObject<'a> {
    /// Returns the value of a key, if it came exactly once.
    ///
    /// # Errors
    ///
    /// If the key came twice, since nothing tells which value counts.
    pub fn find(&self, name: &str) -> Result<Option<Json<'a>>, DecodeError> {
        let mut found = self.entries.iter().filter(|(key, _)| key == name).map(|(_, value)| *value);
        let first = found.next();
        if found.next().is_some() {
            return Err(DecodeError::new("a key that comes once", "it twice").in_field(name));
        }
        Ok(first)
    }

    /// Reads a field.
    ///
    /// # Errors
    ///
    /// If it is not what the type stands for, or absent where the type must be there.
    pub fn get<T: ReplyValue>(&self, name: &str) -> Result<T, DecodeError> {
        match self.find(name)? {
            Some(json) => T::decode(json).map_err(|error| error.in_field(name)),
            None => T::absent().ok_or_else(|| DecodeError::new("a value", "no such field").in_field(name)),
        }
    }

    /// Reads a field that has its default where it is absent, `null` or an empty string.
    ///
    /// # Errors
    ///
    /// If it is there and not what the type stands for.
    pub fn get_or_default<T: ReplyValue + Default>(&self, name: &str) -> Result<T, DecodeError> {
        let Some(json) = self.find(name)? else { return Ok(T::default()) };
        let value = T::decode_option(json).map_err(|error| error.in_field(name))?;
        Ok(value.unwrap_or_default())
    }
}

impl fmt::Debug for JsonObject<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.entries.iter().map(|(key, _)| key)).finish()
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for JsonObject<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;

        impl<'de> Visitor<'de> for Entries {
            type Value = JsonObject<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some((Text(key), value)) = map.next_entry::<Text<'de>, &'de RawValue>()? {
                    entries.push((key, Json { text: value.get() }));
                }
                Ok(JsonObject { entries })
            }
        }

        deserializer.deserialize_map(Entries)
    }
}

/// A string that is borrowed where it has no escapes.
struct Text<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Borrowed;

        impl<'de> Visitor<'de> for Borrowed {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }

        deserializer.deserialize_str(Borrowed)
    }
}
