//! Escaped texts, of which nobody knows how often they were escaped, and how.

use std::collections::BTreeSet;

/// The layers of percent-encoding and JSON escapes that are looked through, in any order.
const LAYERS: u32 = 3;

/// The longest escape of one byte: `\u0000`, each character of which is escaped in the next layer.
pub(super) const LONGEST: usize = "\\u0000".len().pow(LAYERS);

/// What may be read at a place, and where that ends.
///
/// There may be several: a `%` is itself, or begins an escape, which may stand for a `%` that begins an escape.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    unit: Unit,
    end: usize,
}

/// What an escape stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Byte(u8),
    Char(char),
}

/// Makes equal what is written differently: letter cases, and a space in a form.
pub(super) const fn fold(byte: u8) -> u8 {
    if byte == b'+' { b' ' } else { byte.to_ascii_lowercase() }
}

/// Whether a byte is more than it seems.
pub(super) const fn begins_escape(byte: u8) -> bool {
    matches!(byte, b'%' | b'\\')
}

/// Returns what may be read at a place.
pub(super) fn first(text: &[u8], place: usize) -> Vec<Reading> {
    readings(text, place, LAYERS)
}

/// The search for one folded text, from place to place.
pub(super) struct Search<'a> {
    folded: &'a [u8],
    text: &'a [u8],
    /// How much is read already, and where an escape follows.
    ahead: BTreeSet<(usize, usize)>,
    /// Where an escape was met, and how much was read before it. What came of it is known, wherever it began.
    met: BTreeSet<(usize, usize)>,
    end: Option<usize>,
}

impl<'a> Search<'a> {
    pub(super) const fn new(folded: &'a [u8], text: &'a [u8]) -> Self {
        Self { folded, text, ahead: BTreeSet::new(), met: BTreeSet::new(), end: None }
    }

    /// Returns where the folded text ends if it begins at a place, the last such end if there are several. It is not
    /// looked for before the end of the last one that was found.
    pub(super) fn end_from(&mut self, start: usize, first: &[Reading]) -> Option<usize> {
        if self.end.is_some_and(|end| start < end) {
            return None;
        }
        self.end = None;
        while self.met.first().is_some_and(|(place, _)| *place < start) {
            self.met.pop_first();
        }
        self.read(0, first);
        while let Some((read, place)) = self.ahead.pop_first() {
            self.read(read, &readings(self.text, place, LAYERS));
        }
        self.end
    }

    fn read(&mut self, read: usize, readings: &[Reading]) {
        for Reading { unit, end } in readings {
            if let Some(length) = unit.begins(self.folded.get(read..).unwrap_or_default()) {
                self.read_plain(read + length, *end);
            }
        }
    }

    /// Goes on to the next escape.
    fn read_plain(&mut self, read: usize, place: usize) {
        let rests = self.folded.get(read..).into_iter().flatten().zip(self.text.get(place..).into_iter().flatten());
        let plain = rests.take_while(|(folded, byte)| !begins_escape(**byte) && **folded == fold(**byte)).count();
        let (read, place) = (read + plain, place + plain);
        if read == self.folded.len() {
            self.end = self.end.max(Some(place));
        } else if self.text.get(place).is_some_and(|byte| begins_escape(*byte)) && self.met.insert((place, read)) {
            self.ahead.insert((read, place));
        }
    }
}

impl Unit {
    /// Returns its length if a folded text begins with it.
    fn begins(self, folded: &[u8]) -> Option<usize> {
        let mut buffer = [0; 4];
        let bytes = match self {
            Self::Byte(byte) => {
                buffer = [byte, 0, 0, 0];
                buffer.get(..1)?
            }
            Self::Char(character) => character.encode_utf8(&mut buffer).as_bytes(),
        };
        folded.get(..bytes.len())?.iter().zip(bytes).all(|(folded, byte)| *folded == fold(*byte)).then_some(bytes.len())
    }

    fn byte(self) -> Option<u8> {
        match self {
            Self::Byte(byte) => Some(byte),
            Self::Char(character) => u8::try_from(character).ok().filter(u8::is_ascii),
        }
    }
}

/// Every way to read on at a place, the byte as it is first. What an escape is made of may be escaped itself.
fn readings(text: &[u8], place: usize, layers: u32) -> Vec<Reading> {
    let Some(byte) = text.get(place) else { return Vec::new() };
    if layers == 0 || !begins_escape(*byte) {
        return vec![Reading { unit: Unit::Byte(*byte), end: place + 1 }];
    }
    let inner = layers - 1;
    let mut all = readings(text, place, inner);
    for Reading { unit, end } in all.clone() {
        let outer = match unit.byte() {
            Some(b'%') => percent(text, end, inner),
            Some(b'\\') => json(text, end, inner),
            _ => continue,
        };
        for reading in outer {
            if !all.contains(&reading) {
                all.push(reading);
            }
        }
    }
    all
}

/// The readings of an escape behind its `%`.
fn percent(text: &[u8], place: usize, layers: u32) -> Vec<Reading> {
    let bytes = numbers(text, place, layers, 2).into_iter();
    bytes.filter_map(|(byte, end)| Some(Reading { unit: Unit::Byte(u8::try_from(byte).ok()?), end })).collect()
}

/// The readings of an escape behind its backslash.
fn json(text: &[u8], place: usize, layers: u32) -> Vec<Reading> {
    let mut all = Vec::new();
    for Reading { unit, end } in readings(text, place, layers) {
        let byte = match unit.byte() {
            Some(byte @ (b'"' | b'\\' | b'/')) => byte,
            Some(b'n') => b'\n',
            Some(b'r') => b'\r',
            Some(b't') => b'\t',
            Some(b'b') => 8,
            Some(b'f') => 12,
            Some(b'u') => {
                all.extend(utf16(text, end, layers));
                continue;
            }
            _ => continue,
        };
        all.push(Reading { unit: Unit::Byte(byte), end });
    }
    all
}

/// The readings of an escape behind its `\u`.
fn utf16(text: &[u8], place: usize, layers: u32) -> Vec<Reading> {
    let mut all = Vec::new();
    for (high, end) in numbers(text, place, layers, 4) {
        if let Some(character) = char::from_u32(high) {
            all.push(Reading { unit: Unit::Char(character), end });
            continue;
        }
        let low = spelled(text, end, layers, b'\\').into_iter().flat_map(|end| spelled(text, end, layers, b'u'));
        for (low, end) in low.flat_map(|end| numbers(text, end, layers, 4)) {
            let pair = [high, low].map(|unit| u16::try_from(unit).unwrap_or_default());
            let character = char::decode_utf16(pair).next().and_then(Result::ok);
            all.extend(character.map(|character| Reading { unit: Unit::Char(character), end }));
        }
    }
    all
}

/// Where a byte ends that can be read at a place.
fn spelled(text: &[u8], place: usize, layers: u32, byte: u8) -> Vec<usize> {
    let readings = readings(text, place, layers).into_iter();
    readings.filter(|reading| reading.unit.byte() == Some(byte)).map(|reading| reading.end).collect()
}

/// The hexadecimal numbers of so many digits that can be read at a place, and their ends.
fn numbers(text: &[u8], place: usize, layers: u32, digits: usize) -> Vec<(u32, usize)> {
    let mut numbers = vec![(0, place)];
    for _ in 0..digits {
        let longer = numbers.into_iter().flat_map(|(number, place)| {
            readings(text, place, layers).into_iter().filter_map(move |Reading { unit, end }| {
                Some((number << 4 | char::from(unit.byte()?).to_digit(16)?, end))
            })
        });
        numbers = longer.collect();
    }
    numbers
}
