//! An object of an answer.

use std::{borrow::Cow, fmt};

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::{DecodeError, Json, MOST_ENTRIES, ReplyValue, strings::Lossy};

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

    pub(super) fn values(&self) -> impl Iterator<Item = Json<'a>> {
        self.entries.iter().map(|(_, value)| *value)
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
                // A key that is no text is nobody's, and must not make the others unreadable.
                while let Some((Lossy(key), value)) = map.next_entry::<Lossy<'de>, &'de RawValue>()? {
                    if entries.len() == MOST_ENTRIES {
                        return Err(A::Error::custom("too many keys"));
                    }
                    entries.push((key, Json::of(value)));
                }
                Ok(JsonObject { entries })
            }
        }

        deserializer.deserialize_map(Entries)
    }
}
