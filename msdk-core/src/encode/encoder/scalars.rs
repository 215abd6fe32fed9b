//! Values as JSON.

use std::fmt::{self, Write as _};

use super::{Encoder, Segment};
use crate::encode::Encode;

/// The room that is kept behind a list for what ends the body.
const END: usize = 64;

impl Encoder<'_> {
    /// Writes a JSON array.
    pub fn list<T: Encode>(&mut self, items: &[T]) {
        if self.joining.is_some() {
            return self.join(items);
        }
        if !self.enter() {
            return;
        }
        self.json.push(b'[');
        self.path.push(Segment::Index(0));
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.json.push(b',');
            }
            let start = self.json.len();
            self.item(index, item);
            if index == 0 {
                // Items are mostly of one length, so that the memory for the rest, and what ends the body, moves once.
                let item = self.json.len() - start + 1;
                self.json.reserve(item.saturating_mul(items.len() - 1).saturating_add(END));
            }
        }
        self.path.pop();
        self.json.push(b']');
        self.leave();
    }

    /// Writes a JSON string.
    pub fn text(&mut self, text: &str) {
        if !self.join_text(text) {
            self.json.string(text);
        }
    }

    /// Writes a JSON string, given that JSON escapes nothing in `text`, which is not looked at again.
    #[inline]
    pub(crate) fn unescaped_text(&mut self, text: &str) {
        if !self.join_text(text) {
            self.json.unescaped_string(text);
        }
    }

    /// Writes a JSON string that has no character which JSON escapes, such as an address or a number.
    pub(crate) fn plain_text(&mut self, text: impl fmt::Display) {
        let quote = self.joining.is_none();
        if quote {
            self.json.push(b'"');
        }
        let _ = write!(self.json, "{text}");
        if quote {
            self.json.push(b'"');
        }
    }

    /// Writes a JSON integer.
    pub fn int(&mut self, int: i128) {
        let mut digits = itoa::Buffer::new();
        // Integers of 128 bits take far longer to write.
        let digits = match i64::try_from(int) {
            Ok(int) => digits.format(int),
            Err(_) => digits.format(int),
        };
        self.json.extend(digits.as_bytes());
    }

    /// Writes a JSON number; one that is not finite is refused.
    pub fn number(&mut self, number: f64) {
        if !number.is_finite() {
            self.reject("must be a finite number");
        }
        if let Err(error) = serde_json::to_writer(&mut self.json, &number) {
            self.reject(error.to_string());
        }
    }

    /// Writes `true` or `false`.
    pub fn bool(&mut self, bool: bool) {
        self.json.extend(if bool { b"true" } else { b"false" });
    }

    /// Writes `null`.
    pub fn null(&mut self) {
        self.json.extend(b"null");
    }

    /// Writes one item of a list, whose place is the last step of the path.
    pub(super) fn item<T: Encode>(&mut self, index: usize, item: &T) {
        if let Some(place) = self.path.last_mut() {
            *place = Segment::Index(index);
        }
        item.encode(self);
    }
}
