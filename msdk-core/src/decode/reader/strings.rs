//! Strings, which most of an answer consists of.

use std::borrow::Cow;

use super::{Failure, Reader, Trouble};
use crate::{decode::DecodeError, encode::plain_bytes::plain_bytes};

/// A text with replacement characters for lone surrogates, and whether there were any.
struct Unescaped {
    text: String,
    has_half_a_character: bool,
}

impl<'a> Reader<'a> {
    /// Reads a string that has no escapes, as almost all are, if one starts here.
    pub(super) fn plain_string(&mut self) -> Option<&'a str> {
        let [b'"', rest @ ..] = self.rest() else { return None };
        let length = plain_bytes(rest);
        if rest.get(length) != Some(&b'"') {
            return None;
        }
        let start = self.at + 1;
        let text = self.text.get(start..start + length)?;
        self.at = start + length + 1;
        Some(text)
    }

    /// Reads the string that starts here and has escapes.
    pub(super) fn escaped_string(&mut self) -> Result<String, Failure> {
        let Unescaped { text, has_half_a_character } = self.unescaped_string()?;
        if has_half_a_character {
            return Err(DecodeError::new("a string", "one with half a character").into());
        }
        Ok(text)
    }

    /// Reads the string that starts here, with replacement characters for lone surrogates.
    pub(in super::super) fn string_lossy(&mut self) -> Result<Cow<'a, str>, Failure> {
        match self.plain_string() {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => Ok(Cow::Owned(self.unescaped_string()?.text)),
        }
    }

    fn unescaped_string(&mut self) -> Result<Unescaped, Failure> {
        let start = self.at + 1;
        self.skip_string()?;
        Ok(unescape(self.text.get(start..self.at - 1).unwrap_or_default()))
    }

    /// Passes over the string that starts here.
    pub(super) fn skip_string(&mut self) -> Result<(), Failure> {
        self.at += 1;
        loop {
            self.at += plain_bytes(self.rest());
            match self.peek() {
                b'"' => {
                    self.at += 1;
                    return Ok(());
                }
                b'\\' => self.skip_escape()?,
                _ if self.at < self.text.len() => return Err(self.control_character()),
                _ => return Err(self.broken()),
            }
        }
    }

    fn skip_escape(&mut self) -> Result<(), Failure> {
        let length = match self.rest() {
            [_, b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', ..] => 2,
            [_, b'u', digits @ ..] if hex(digits).is_some() => 6,
            _ => return Err(self.broken()),
        };
        self.at += length;
        Ok(())
    }

    #[cold]
    fn control_character(&mut self) -> Failure {
        self.trouble = Trouble::ControlCharacter;
        DecodeError::new("JSON", "a raw control character").into()
    }
}

/// The text that a string with valid escapes stands for.
fn unescape(raw: &str) -> Unescaped {
    let mut text = String::with_capacity(raw.len());
    let mut has_half_a_character = false;
    let mut rest = raw;
    while let Some((plain, escape)) = rest.split_once('\\') {
        text.push_str(plain);
        let (character, length) = match escape.as_bytes() {
            [b'u', digits @ ..] => {
                let (character, length) = unicode(digits);
                has_half_a_character |= character.is_none();
                (character.unwrap_or(char::REPLACEMENT_CHARACTER), 1 + length)
            }
            [b'b', ..] => ('\u{8}', 1),
            [b'f', ..] => ('\u{c}', 1),
            [b'n', ..] => ('\n', 1),
            [b'r', ..] => ('\r', 1),
            [b't', ..] => ('\t', 1),
            [other, ..] => (char::from(*other), 1),
            [] => (char::REPLACEMENT_CHARACTER, 0),
        };
        text.push(character);
        rest = escape.get(length..).unwrap_or_default();
    }
    text.push_str(rest);
    Unescaped { text, has_half_a_character }
}

/// The character whose escape has these digits and, if they are half of it, those of the escape that follows; none for
/// half a character. Also how many bytes that takes.
fn unicode(digits: &[u8]) -> (Option<char>, usize) {
    const DIGITS: usize = 4;
    let Some(first) = hex(digits) else { return (None, DIGITS) };
    let second = digits.get(DIGITS..).and_then(|rest| rest.strip_prefix(b"\\u")).and_then(hex);
    match (first, second) {
        (0xd800..0xdc00, Some(second @ 0xdc00..0xe000)) => {
            let character = 0x10000 + ((u32::from(first) - 0xd800) << 10) + (u32::from(second) - 0xdc00);
            (char::from_u32(character), 2 * DIGITS + 2)
        }
        _ => (char::from_u32(u32::from(first)), DIGITS),
    }
}

/// The number that the first four bytes are the hexadecimal digits of.
fn hex(digits: &[u8]) -> Option<u16> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u16::try_from(digit).ok());
    digits.get(..4)?.iter().try_fold(0_u16, |number, byte| Some(number << 4 | digit(byte)?))
}
