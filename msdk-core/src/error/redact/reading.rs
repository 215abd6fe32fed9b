//! A text as it reads with a layer of escapes taken off.

use std::ops::Range;

/// The layers of percent-encoding and JSON escapes that are looked through, in any order.
const LAYERS: u32 = 3;

/// The longest escape of one byte: `\u0000`, each character of which is escaped in the next layer.
pub(super) const LONGEST: usize = "\\u0000".len().pow(LAYERS);

/// A text, read in one way.
pub(super) struct Reading {
    bytes: Vec<u8>,
    /// Where in the original each byte ends, so that what was escaped can be told from what stands there as it is.
    ends: Vec<usize>,
}

/// Reads the escape that some bytes begin with.
type Unescape = fn(&[u8]) -> Option<Escape>;

/// An escape: what it stands for, and its length.
struct Escape {
    means: Unit,
    length: usize,
}

enum Unit {
    Byte(u8),
    Char(char),
}

impl Reading {
    /// A text as it stands there.
    pub(super) fn of(text: &str) -> Self {
        Self { bytes: text.as_bytes().to_vec(), ends: (1..=text.len()).collect() }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Returns what stands in the original for a range of bytes. It is longer than that only where there are escapes.
    pub(super) fn source(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let start = range.start.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        Some(start..self.ends.get(range.end.checked_sub(1)?).copied()?)
    }

    /// Whether something holds for a reading with one or more layers taken off, in any order.
    pub(super) fn any_deeper(&self, holds: &dyn Fn(&Self) -> bool) -> bool {
        self.any_within(LAYERS, holds)
    }

    fn any_within(&self, layers: u32, holds: &dyn Fn(&Self) -> bool) -> bool {
        let Some(rest) = layers.checked_sub(1) else { return false };
        let decoded = [(b'%', percent as Unescape), (b'\\', json)].into_iter();
        let mut decoded = decoded.filter_map(|(mark, unescape)| self.decoded(mark, unescape));
        decoded.any(|decoded| holds(&decoded) || decoded.any_within(rest, holds))
    }

    /// Takes off one layer; none if there are no such escapes.
    fn decoded(&self, mark: u8, unescape: Unescape) -> Option<Self> {
        let mut decoded = Self { bytes: Vec::new(), ends: Vec::new() };
        let (mut place, mut has_escape) = (0, false);
        while let Some(rest) = self.bytes.get(place..).filter(|rest| !rest.is_empty()) {
            let plain = rest.iter().position(|byte| *byte == mark).unwrap_or(rest.len());
            let escape = rest.get(plain..).and_then(unescape);
            // A mark that begins no escape is itself.
            let kept = place..place + plain + usize::from(escape.is_none() && plain < rest.len());
            decoded.bytes.extend_from_slice(self.bytes.get(kept.clone())?);
            decoded.ends.extend_from_slice(self.ends.get(kept.clone())?);
            place = kept.end;
            if let Some(Escape { means, length }) = escape {
                place += length;
                decoded.push(&means, *self.ends.get(place - 1)?);
                has_escape = true;
            }
        }
        has_escape.then_some(decoded)
    }

    fn push(&mut self, unit: &Unit, end: usize) {
        let mut buffer = [0; 4];
        let bytes = match unit {
            Unit::Byte(byte) => std::slice::from_ref(byte),
            Unit::Char(character) => character.encode_utf8(&mut buffer).as_bytes(),
        };
        self.bytes.extend_from_slice(bytes);
        self.ends.resize(self.bytes.len(), end);
    }
}

/// Reads `%41`.
fn percent(bytes: &[u8]) -> Option<Escape> {
    let byte = u8::try_from(number(bytes.get(1..3)?)?).ok()?;
    Some(Escape { means: Unit::Byte(byte), length: 3 })
}

/// Reads an escape of JSON's.
fn json(bytes: &[u8]) -> Option<Escape> {
    let byte = match bytes.get(1)? {
        byte @ (b'"' | b'\\' | b'/') => *byte,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'b' => 8,
        b'f' => 12,
        b'u' => return utf16(bytes),
        _ => return None,
    };
    Some(Escape { means: Unit::Byte(byte), length: 2 })
}

/// Reads `\u0041`, or two that are one character together. Half of one is left as it is.
fn utf16(bytes: &[u8]) -> Option<Escape> {
    let unit = |place: usize| {
        let digits = bytes.get(place..place + 6)?.strip_prefix(b"\\u")?;
        u16::try_from(number(digits)?).ok()
    };
    let units = std::iter::once(unit(0)?).chain(unit(6));
    let character = char::decode_utf16(units).next()?.ok()?;
    Some(Escape { means: Unit::Char(character), length: 6 * character.len_utf16() })
}

/// Reads hexadecimal digits, and nothing else.
fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |number, digit| Some(number << 4 | char::from(*digit).to_digit(16)?))
}
