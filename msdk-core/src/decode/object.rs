//! An object of an answer.

use std::{borrow::Cow, fmt};

use super::{Decode, DecodeError, Json, Reader};

/// The keys and values of a JSON object, in the order they came.
pub struct JsonObject<'a> {
    entries: Vec<(Cow<'a, str>, Json<'a>)>,
}

impl<'a> JsonObject<'a> {
    pub(super) fn read(reader: &mut Reader<'a>) -> Result<Self, DecodeError> {
        let mut entries = Vec::new();
        reader.any_object(&mut |key, reader| {
            entries.push((key, reader.value()?));
            Ok(())
        })?;
        Ok(Self { entries })
    }

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

    pub(super) fn entries(&self) -> impl Iterator<Item = (&str, Json<'a>)> {
        self.entries.iter().map(|(key, value)| (&**key, *value))
    }

    pub(super) fn values(&self) -> impl Iterator<Item = Json<'a>> {
        self.entries.iter().map(|(_, value)| *value)
    }

    /// Reads a field.
    ///
    /// # Errors
    ///
    /// If it is not what the type stands for, or absent where the type must be there.
    pub fn get<T: Decode>(&self, name: &str) -> Result<T, DecodeError> {
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
    pub fn get_or_default<T: Decode + Default>(&self, name: &str) -> Result<T, DecodeError> {
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
