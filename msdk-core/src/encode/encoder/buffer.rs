//! The bytes of a request while they are written.

use std::io;

use zeroize::Zeroizing;

/// Bytes that are overwritten before their memory is given back, also when they move to more of it, which a `Vec` that
/// grows by itself would not do.
pub(super) struct Buffer(Zeroizing<Vec<u8>>);

impl Buffer {
    pub(super) fn with_capacity(capacity: usize) -> Self {
        Self(Zeroizing::new(Vec::with_capacity(capacity)))
    }

    pub(super) fn push(&mut self, byte: u8) {
        self.extend(&[byte]);
    }

    pub(super) fn extend(&mut self, bytes: &[u8]) {
        let needed = self.0.len() + bytes.len();
        if needed > self.0.capacity() {
            let mut larger = Zeroizing::new(Vec::with_capacity(needed.max(self.0.capacity() * 2)));
            larger.extend_from_slice(&self.0);
            self.0 = larger;
        }
        self.0.extend_from_slice(bytes);
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

    /// What was written from `start` on, which is text.
    pub(super) fn since(&self, start: usize) -> &str {
        self.0.get(start..).and_then(|written| std::str::from_utf8(written).ok()).unwrap_or_default()
    }

    pub(super) fn into_inner(self) -> Zeroizing<Vec<u8>> {
        self.0
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
