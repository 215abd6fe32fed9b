//! The bytes of a request while they are written.

use std::{fmt, io};

use zeroize::Zeroizing;

use crate::{
    describe::types::wipe,
    encode::plain_bytes::{is_plain, plain_bytes},
};

/// Bytes that are overwritten before their memory is given back, also when they move to more of it, which a `Vec` that
/// grows by itself would not do.
pub(super) struct Buffer(Vec<u8>);

impl Drop for Buffer {
    fn drop(&mut self) {
        wipe(&mut self.0);
    }
}

impl AsRef<[u8]> for Buffer {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Buffer {
    pub(super) fn with_capacity(capacity: usize) -> Self {
        Self(Vec::with_capacity(capacity))
    }

    #[inline]
    pub(super) fn push(&mut self, byte: u8) {
        self.reserve(1);
        self.0.push(byte);
    }

    #[inline]
    pub(super) fn extend(&mut self, bytes: &[u8]) {
        self.reserve(bytes.len());
        self.0.extend_from_slice(bytes);
    }

    /// Makes room for so many bytes more.
    #[inline]
    pub(super) fn reserve(&mut self, additional: usize) {
        if additional > self.0.capacity() - self.0.len() {
            self.grow(additional);
        }
    }

    #[cold]
    fn grow(&mut self, additional: usize) {
        let needed = self.0.len().saturating_add(additional);
        let mut larger = Self::with_capacity(needed.max(self.0.capacity() * 2));
        larger.0.extend_from_slice(&self.0);
        *self = larger;
    }

    /// Writes a JSON string.
    pub(super) fn string(&mut self, text: &str) {
        if is_plain(text.as_bytes()) {
            return self.unescaped_string(text);
        }
        self.push(b'"');
        self.string_part(text);
        self.push(b'"');
    }

    /// Writes the key of an object, given that nothing in it is escaped, with a comma before it unless it is the first.
    #[inline]
    pub(super) fn key(&mut self, name: &str) {
        self.reserve(name.len() + 4);
        if self.last() != Some(b'{') {
            self.0.push(b',');
        }
        self.0.push(b'"');
        self.0.extend_from_slice(name.as_bytes());
        self.0.extend_from_slice(b"\":");
    }

    /// Writes a JSON string, given that nothing in it is escaped.
    #[inline]
    pub(super) fn unescaped_string(&mut self, text: &str) {
        self.reserve(text.len() + 2);
        self.0.push(b'"');
        self.0.extend_from_slice(text.as_bytes());
        self.0.push(b'"');
    }

    /// Writes a text as it stands between the quotes of a JSON string.
    pub(super) fn string_part(&mut self, text: &str) {
        let mut rest = text.as_bytes();
        loop {
            let (plain, escaped) = rest.split_at(plain_bytes(rest));
            self.extend(plain);
            let Some((byte, behind)) = escaped.split_first() else { return };
            self.escape(*byte);
            rest = behind;
        }
    }

    fn escape(&mut self, byte: u8) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let short = match byte {
            b'"' | b'\\' => byte,
            0x8 => b'b',
            b'\t' => b't',
            b'\n' => b'n',
            0xc => b'f',
            b'\r' => b'r',
            _ => {
                self.extend(b"\\u00");
                let digits = [byte >> 4, byte & 0xf].map(|digit| DIGITS.get(usize::from(digit)).copied());
                return digits.into_iter().flatten().for_each(|digit| self.push(digit));
            }
        };
        self.extend(&[b'\\', short]);
    }

    /// Makes what was written from `start` on, which is JSON, the content of a JSON string.
    pub(super) fn quote_since(&mut self, start: usize) {
        let json = Zeroizing::new(self.since(start).to_owned());
        self.truncate(start);
        self.string(&json);
    }

    pub(super) fn truncate(&mut self, len: usize) {
        self.0.truncate(len);
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn last(&self) -> Option<u8> {
        self.0.last().copied()
    }

    pub(super) fn get(&self, index: usize) -> Option<u8> {
        self.0.get(index).copied()
    }

    /// What was written from `start` on, which is text.
    pub(super) fn since(&self, start: usize) -> &str {
        self.0.get(start..).and_then(|written| std::str::from_utf8(written).ok()).unwrap_or_default()
    }
}

impl fmt::Write for Buffer {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.extend(text.as_bytes());
        Ok(())
    }
}

impl io::Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Buffer;

    #[test]
    fn growth_keeps_what_was_written() {
        let mut buffer = Buffer::with_capacity(4);
        let mut expected = String::new();
        for part in ["{", "\"a\":", "", "\"文字\"", &"9".repeat(100), "}"] {
            buffer.extend(part.as_bytes());
            expected.push_str(part);
            assert_eq!(buffer.since(0), expected);
        }
        buffer.truncate(5);
        buffer.push(b'1');
        assert_eq!((buffer.since(1), buffer.since(7), buffer.last()), ("\"a\":1", "", Some(b'1')));
    }

    #[test]
    fn growth_doubles_so_that_single_bytes_are_not_copied_over_and_over() {
        let mut buffer = Buffer::with_capacity(1);
        let mut capacities = Vec::new();
        for _ in 0..1000 {
            buffer.push(b'1');
            capacities.push(buffer.0.capacity());
        }
        capacities.dedup();
        assert!(capacities.len() <= 11, "{capacities:?}");
    }
}
