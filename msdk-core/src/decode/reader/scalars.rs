//! Texts and numbers as fields ask for them.

use std::{borrow::Cow, sync::Arc};

use super::{Failure, Reader};
use crate::describe::SharedText;

impl<'a> Reader<'a> {
    /// Reads a text; a number is taken as the text that it is written as.
    ///
    /// # Errors
    ///
    /// If it is anything else, or has half a character in it.
    #[inline]
    pub fn text(&mut self) -> Result<Cow<'a, str>, Failure> {
        match self.plain_string() {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => self.unusual_text(),
        }
    }

    fn unusual_text(&mut self) -> Result<Cow<'a, str>, Failure> {
        let start = self.at;
        match self.peek() {
            b'"' => self.escaped_string().map(Cow::Owned),
            b'-' | b'0'..=b'9' => {
                self.skip_number()?;
                Ok(Cow::Borrowed(self.text.get(start..self.at).unwrap_or_default()))
            }
            _ => Err(self.unexpected(start, "a string")),
        }
    }

    /// Reads a text that shares its memory with the others of the answer, if it has no escapes.
    ///
    /// # Errors
    ///
    /// As [`text`](Self::text).
    pub fn shared_text(&mut self) -> Result<SharedText, Failure> {
        let start = self.at + usize::from(self.peek() == b'"');
        Ok(match self.text()? {
            Cow::Borrowed("") => SharedText::default(),
            Cow::Borrowed(text) => {
                let answer = self.shared.get_or_insert_with(|| Arc::from(self.text));
                SharedText::within(Arc::clone(answer), start..start + text.len())
            }
            Cow::Owned(text) => SharedText::from(text),
        })
    }

    /// Reads an integer, in quotes or not; `expected` says which in an error.
    ///
    /// # Errors
    ///
    /// If it is anything else.
    pub fn int<T: TryFrom<i64> + TryFrom<i128>>(&mut self, expected: &'static str) -> Result<T, Failure> {
        let start = self.at;
        if let Some(int) = self.short_int() {
            return T::try_from(int).map_err(|_| self.unexpected(start, expected));
        }
        let json = self.value()?;
        T::try_from(json.int()?).map_err(|_| json.unexpected(expected).into())
    }

    /// Reads a yes or no.
    ///
    /// # Errors
    ///
    /// If it is anything else.
    pub fn flag(&mut self) -> Result<bool, Failure> {
        match self.short_int() {
            Some(int) => Ok(int != 0),
            None => Ok(self.value()?.flag()?),
        }
    }

    /// Reads a number.
    ///
    /// # Errors
    ///
    /// If it is anything else.
    pub fn number(&mut self) -> Result<f64, Failure> {
        Ok(self.value()?.number()?)
    }

    /// Reads an integer of few digits, in quotes or not; stays where it is before anything else.
    fn short_int(&mut self) -> Option<i64> {
        // Every number of as many digits fits into the type.
        const DIGITS: usize = 18;
        let bytes = self.rest();
        let is_quoted = bytes.first() == Some(&b'"');
        let mut length = usize::from(is_quoted);
        let is_negative = bytes.get(length) == Some(&b'-');
        length += usize::from(is_negative);
        let digits = bytes.get(length..)?;
        let (mut int, mut count) = (0_i64, 0);
        while let Some(byte @ b'0'..=b'9') = digits.get(count).copied() {
            if count == DIGITS {
                return None;
            }
            int = int * 10 + i64::from(byte - b'0');
            count += 1;
        }
        let has_leading_zero = count > 1 && digits.first() == Some(&b'0');
        match digits.get(count) {
            Some(b'"') if is_quoted => length += 1,
            Some(b',' | b'}' | b']' | b' ' | b'\n' | b'\r' | b'\t') | None if !is_quoted && !has_leading_zero => {}
            _ => return None,
        }
        if count == 0 {
            return None;
        }
        self.at += length + count;
        Some(if is_negative { -int } else { int })
    }
}
