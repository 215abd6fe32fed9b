//! Values of several JSON types.

use super::{Failure, Reader};
use crate::describe::{Shape, field::JsonType};

impl Reader<'_> {
    /// Returns which alternative of a shape the value here is: one that is written as it, else one that is read from it.
    ///
    /// # Errors
    ///
    /// If it is none of them.
    pub fn alternative(&mut self, of: Shape) -> Result<usize, Failure> {
        let Shape::AnyOf(alternatives) = of else { return Ok(0) };
        let written = match self.peek() {
            b'"' => JsonType::String,
            b'-' | b'0'..=b'9' => JsonType::Number,
            b't' | b'f' => JsonType::Bool,
            b'[' => JsonType::Array,
            b'{' => JsonType::Object,
            _ => JsonType::Other,
        };
        let found = alternatives.iter().position(|field| field.shape.is_written_as(written));
        let found = found.or_else(|| alternatives.iter().position(|field| field.shape.is_read_from(written)));
        found.ok_or_else(|| self.unexpected(self.at, "a value of one of its types"))
    }
}
