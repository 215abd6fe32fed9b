//! The bytes that stand for themselves in a JSON string.

/// Whether all bytes are of a kind; without a branch for each of them, which the compiler turns into vector instructions.
#[inline]
pub(crate) fn all_are(bytes: &[u8], is: impl Fn(u8) -> bool) -> bool {
    bytes.iter().fold(true, |all, byte| all & is(*byte))
}

/// Whether no byte is a quote, a backslash or a control character.
#[inline]
pub(crate) fn is_plain(bytes: &[u8]) -> bool {
    all_are(bytes, |byte| !matches!(byte, 0..0x20 | b'"' | b'\\'))
}

/// Counts the bytes before the first quote, backslash or control character, eight of them at a time.
#[inline]
pub(crate) fn plain_bytes(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::MAX / 0xff;
    const HIGH: u64 = ONES * 0x80;
    // Sets the high bit of each byte that is less than `limit`. A byte above one that is less may have it set too, which
    // does not matter where only the lowest counts.
    let less = |word: u64, limit: u64| word.wrapping_sub(ONES * limit) & !word & HIGH;
    let mut count = 0;
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        let word = u64::from_le_bytes(*word);
        // Flipping this bit makes a quote 0x20 and leaves the control characters below it, so that one comparison finds both.
        let quotes_and_controls = word ^ (ONES * 0x02);
        let backslashes = word ^ (ONES * u64::from(b'\\'));
        let found = less(quotes_and_controls, 0x21) | less(backslashes, 1);
        if found != 0 {
            return count + found.trailing_zeros() as usize / 8;
        }
        count += 8;
    }
    count + rest.iter().position(|byte| matches!(byte, 0..0x20 | b'"' | b'\\')).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::{is_plain, plain_bytes};

    #[test]
    fn every_byte_is_told_at_every_place() {
        for byte in 0..=u8::MAX {
            let expected = byte >= 0x20 && byte != b'"' && byte != b'\\';
            for length in (0..20).chain([31, 32, 33]) {
                for place in 0..length {
                    for around in [b'a', 0x20, 0x21, 0x23, 0x5b, 0x7f, 0x80, 0xff] {
                        let mut bytes = vec![around; length];
                        bytes[place] = byte;
                        assert_eq!(plain_bytes(&bytes), if expected { length } else { place }, "{bytes:?}");
                        assert_eq!(is_plain(&bytes), expected, "{bytes:?}");
                    }
                }
            }
        }
    }
}
