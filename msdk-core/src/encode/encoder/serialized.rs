//! Values that serde writes, of which nothing is known before they are written.

use serde_core::Serialize;

use super::{Buffer, Encoder, Measure};
use crate::{
    decode::{MOST_LEVELS, is_value},
    describe::Field,
};

impl Encoder<'_> {
    /// Writes the field with this place among the described ones.
    pub(in super::super) fn serialized_at<T: Serialize + ?Sized>(&mut self, index: usize, value: &T) {
        if let Some(field) = self.fields.get(index) {
            self.serialized(field, value);
        }
    }

    /// Writes a field with its description. One that may be absent is so where serde writes `null`. What serde says of a
    /// value that it cannot write may repeat the value, so that nobody is told.
    pub(in super::super) fn serialized<T: Serialize + ?Sized>(&mut self, field: &'static Field, value: &T) {
        // Most values are shorter.
        let mut written = Buffer::with_capacity(64);
        let is_written = serde_json::to_writer(&mut written, value).is_ok();
        let json = written.since(0);
        if is_written && json == "null" && !field.required {
            return self.absent(field);
        }
        let entry = self.begin(field, Measure::Opaque);
        if !is_written {
            self.reject("cannot be written by serde as JSON");
        } else if !is_value(json, self.levels) {
            self.reject(format!("must have at most {MOST_LEVELS} levels of nesting"));
        }
        self.json.extend(json.as_bytes());
        self.end(entry);
    }
}
