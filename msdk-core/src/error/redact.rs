//! Secrets in a server's text.

use std::ops::Range;

use memchr::memmem;
use zeroize::Zeroizing;

/// Replaces what a server sends back and must not be printed.
///
/// A text is found as it is, percent-encoded, and as JSON escapes it, in any letter case.
#[derive(Default)]
pub(crate) struct Redactor<'a>(Vec<Needle<'a>>);

struct Needle<'a> {
    text: &'a str,
    /// What is left of it.
    shown: Shown,
    folded: Zeroizing<Vec<u8>>,
}

#[derive(Clone, Copy)]
enum Shown {
    Nothing,
    Beginning,
}

impl<'a> Redactor<'a> {
    /// Takes the secrets of a call. One of a few characters is left alone: it would tear up ordinary words, and it is
    /// no secret of the platform's.
    pub(crate) fn new(secrets: impl IntoIterator<Item = &'a str>) -> Self {
        Self::default().with(secrets, Shown::Nothing)
    }

    /// Takes texts that are to be shortened as `OpenId`'s `Debug` does.
    pub(crate) fn shortening(self, texts: impl IntoIterator<Item = &'a str>) -> Self {
        self.with(texts.into_iter().filter(|text| text.chars().nth(BEGINNING).is_some()), Shown::Beginning)
    }

    fn with(mut self, texts: impl IntoIterator<Item = &'a str>, shown: Shown) -> Self {
        let texts = texts.into_iter().filter(|text| text.len() >= 4);
        self.0.extend(texts.map(|text| Needle {
            text,
            shown,
            folded: Zeroizing::new(text.bytes().map(fold).collect()),
        }));
        self
    }

    /// Returns the text with every secret replaced.
    pub(crate) fn redact(&self, text: &str) -> String {
        self.redact_to(text, text.len())
    }

    /// The same, of the text up to `end`, where a secret may begin that is seen to end behind it.
    pub(super) fn redact_to(&self, text: &str, end: usize) -> String {
        let mut redacted = String::new();
        let mut copied = 0;
        for (range, needle) in self.found(text) {
            if range.start >= end {
                break;
            }
            if range.start < copied {
                copied = copied.max(range.end);
                continue;
            }
            redacted.push_str(text.get(copied..range.start).unwrap_or_default());
            match needle.shown {
                Shown::Nothing => redacted.push_str("[redacted]"),
                Shown::Beginning => {
                    redacted.extend(needle.text.chars().take(BEGINNING));
                    redacted.push('…');
                }
            }
            copied = range.end;
        }
        redacted.push_str(text.get(copied..end).unwrap_or_default());
        redacted
    }

    /// The most bytes that the longest secret can take up.
    pub(super) fn reach(&self) -> usize {
        let longest = self.0.iter().map(|needle| needle.text.len()).max().unwrap_or(0);
        longest.saturating_mul("\\u0000".len())
    }

    /// Where something is found, in order.
    fn found(&self, text: &str) -> Vec<(Range<usize>, &Needle<'a>)> {
        // A secret may itself have what looks like an escape, or stand behind a `%` or a backslash: only a reading with
        // exactly the escapes that the server wrote shows it, and which these are is not known.
        let (json, percent) = (text.contains('\\'), text.contains('%'));
        let readings = [(false, false), (true, false), (false, true), (true, true)];
        let readings = readings.into_iter().filter(|reading| (!reading.0 || json) && (!reading.1 || percent));
        let mut found = Vec::new();
        for (json, percent) in readings {
            let reading = Reading::new(text, json, percent);
            for needle in &self.0 {
                found.extend(reading.find(&needle.folded).map(|range| (range, needle)));
            }
        }
        found.sort_by_key(|(range, _)| range.start);
        found
    }
}

/// The characters that are left of a shortened text.
const BEGINNING: usize = 4;

/// Makes equal what is written differently: letter cases, and a space in a form.
const fn fold(byte: u8) -> u8 {
    if byte == b'+' { b' ' } else { byte.to_ascii_lowercase() }
}

/// A text with escapes resolved.
struct Reading {
    bytes: Vec<u8>,
    /// Where in the text each byte begins, and the end of the text.
    starts: Vec<usize>,
}

impl Reading {
    fn new(text: &str, json: bool, percent: bool) -> Self {
        let mut reading = Self { bytes: Vec::with_capacity(text.len()), starts: Vec::with_capacity(text.len() + 1) };
        let mut index = 0;
        while let Some((length, unit)) = text.get(index..).and_then(|rest| Unit::first(rest, json, percent)) {
            match unit {
                Unit::Byte(byte) => reading.push(index, &[byte]),
                Unit::Char(character) => reading.push(index, character.encode_utf8(&mut [0; 4]).as_bytes()),
            }
            index += length;
        }
        reading.starts.push(index);
        reading
    }

    fn push(&mut self, start: usize, bytes: &[u8]) {
        self.bytes.extend(bytes.iter().copied().map(fold));
        self.starts.resize(self.bytes.len(), start);
    }

    fn find<'a>(&'a self, form: &'a [u8]) -> impl Iterator<Item = Range<usize>> + 'a {
        memmem::find_iter(&self.bytes, form).filter_map(|index| {
            let (start, end) = (self.starts.get(index)?, self.starts.get(index + form.len())?);
            Some(*start..*end)
        })
    }
}

/// What one character or one escape stands for.
enum Unit {
    Byte(u8),
    Char(char),
}

impl Unit {
    /// The first one of a text, and its length there.
    fn first(text: &str, json: bool, percent: bool) -> Option<(usize, Self)> {
        let character = text.chars().next()?;
        let escaped = match character {
            '%' if percent => {
                hex(text, 1..3).and_then(|byte| u8::try_from(byte).ok()).map(|byte| (3, Self::Byte(byte)))
            }
            '\\' if json => Self::json(text),
            _ => None,
        };
        Some(escaped.unwrap_or((character.len_utf8(), Self::Char(character))))
    }

    fn json(text: &str) -> Option<(usize, Self)> {
        let byte = match text.as_bytes().get(1)? {
            byte @ (b'"' | b'\\' | b'/') => *byte,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            b'u' => {
                let unit = hex(text, 2..6)?;
                if let Some(character) = char::from_u32(unit) {
                    return Some((6, Self::Char(character)));
                }
                let low = text.get(6..8).filter(|escape| *escape == "\\u").and_then(|_| hex(text, 8..12))?;
                let pair = [u16::try_from(unit).ok()?, u16::try_from(low).ok()?];
                let character = char::decode_utf16(pair).next()?.ok()?;
                return Some((12, Self::Char(character)));
            }
            _ => return None,
        };
        Some((2, Self::Byte(byte)))
    }
}

fn hex(text: &str, digits: Range<usize>) -> Option<u32> {
    let digits = text.get(digits).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    u32::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::Redactor;

    const SIG: &str = "a40e358132d0e9457e89bf30684b6e6b";

    #[test]
    fn a_secret_is_found_however_it_is_written() {
        let redactor = Redactor::new(["to/ken+1=\"\\é😀", SIG]);
        for text in [
            "to/ken+1=\"\\é😀",
            r#"to\/ken+1=\"\\é😀"#,
            r"to\/ken\u002b1=\u0022\u005cé\uD83D\ude00",
            r"\u0074\u006F\u002f\u006B\u0065\u006E\u002b\u0031\u003D\u0022\u005c\u00e9\ud83d\ude00",
            "to%2Fken%2b1%3D%22%5C%C3%a9%F0%9F%98%80",
            "to/ken 1%3d\"\\é😀",
            SIG,
            "A40E358132D0E9457E89BF30684B6E6B",
            "%61%34%30%65358132d0e9457e89bf30684b6e6b",
        ] {
            assert_eq!(redactor.redact(&format!("x={text}&y")), "x=[redacted]&y", "{text}");
            assert_eq!(redactor.redact(&format!("好%{text}\\")), "好%[redacted]\\", "{text}");
            assert_eq!(redactor.redact(&format!("{text},{text}")), "[redacted],[redacted]", "{text}");
        }
        for text in ["", "token", "%", "\\", "%zz\\u12\\q", "\\ud800", "\\ud800\\u0041", "%f0%9f", "%+1", "好é"] {
            assert_eq!(redactor.redact(text), text);
        }
    }

    #[test]
    fn a_secret_with_an_escape_in_it_is_found_too() {
        let redactor = Redactor::new(["ab%41\\ncd"]);
        for text in ["ab%41\\ncd", "ab%41\\\\ncd", "ab%2541%5Cncd", "ab%2541\\u005Cncd"] {
            assert_eq!(redactor.redact(text), "[redacted]", "{text}");
        }
    }

    #[test]
    fn a_secret_with_control_characters_is_found_in_json() {
        let secret = "a\nb\rc\td\u{8}e\u{c}f";
        let written = serde_json::to_string(secret).unwrap();
        assert_eq!(written, r#""a\nb\rc\td\be\ff""#);
        assert_eq!(Redactor::new([secret]).redact(&written), r#""[redacted]""#);
    }

    #[test]
    fn overlapping_secrets_are_gone_altogether() {
        let redactor = Redactor::new(["secret", "secret-of-all", "of-allies"]).shortening(["my-secret"]);
        assert_eq!(redactor.redact("a secret-of-allies b"), "a [redacted] b");
        assert_eq!(redactor.redact("a my-secret-of-all b"), "a my-s… b");
        assert_eq!(Redactor::new(["a", "abc", ""]).redact("abc a"), "abc a", "words are left alone");
    }

    #[test]
    fn a_player_is_shortened() {
        let redactor = Redactor::new([SIG]).shortening(["69FF99F3B17436F2F6621FA158B30549", "G_1", "好人一生平安"]);
        assert_eq!(redactor.redact("no 69FF99F3B17436F2F6621FA158B30549 here, G_1"), "no 69FF… here, G_1");
        assert_eq!(redactor.redact("69ff99f3b17436f2f6621fa158b30549"), "69FF…");
        assert_eq!(redactor.redact("%E5%A5%BD人一生平安"), "好人一生…");
    }
}
