//! The bytes of an answer as text that JSON can be read from.

use std::{borrow::Cow, fmt::Write as _, ops::Range};

/// The text of an answer.
pub(crate) struct Text<'a> {
    pub(crate) text: Cow<'a, str>,
    /// Whether it is not what the server sent.
    pub(crate) repaired: bool,
}

/// Reads a body as text, or tells where it stops being UTF-8.
pub(crate) fn utf8(body: &[u8]) -> Result<&str, String> {
    // Three times as fast as the standard library, which knows the place of a mistake.
    simdutf8::basic::from_utf8(body).or_else(|_| {
        std::str::from_utf8(body).map_err(|error| format!("not UTF-8 from byte {} on", error.valid_up_to()))
    })
}

/// Reads a body as text that needs no repair, or tells where it stops being UTF-8.
///
/// The platform passes on texts of its backends with raw control characters in them, which JSON forbids inside of
/// strings: they are escaped. With `lossy`, broken UTF-8 and lone surrogates become replacement characters.
pub(crate) fn text(body: &[u8], lossy: bool) -> Result<Text<'_>, String> {
    let text = match utf8(body) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) if lossy => String::from_utf8_lossy(body),
        Err(reason) => return Err(reason),
    };
    let replaced = matches!(text, Cow::Owned(_));
    match Repair::of(&text, lossy) {
        Some(repaired) => Ok(Text { text: Cow::Owned(repaired), repaired: true }),
        None => Ok(Text { text, repaired: replaced }),
    }
}

/// Readings of a body that is no UTF-8, of which only the envelope is wanted. The second takes it for GBK, whose
/// characters may end with a backslash: JSON would take that for the start of an escape.
pub(crate) fn guesses(body: &[u8]) -> [String; 2] {
    let lossy = |text: &str| Repair::of(text, true).unwrap_or_else(|| text.to_owned());
    let mut of_gbk = String::new();
    let mut bytes = body.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        if byte.is_ascii() {
            of_gbk.push(char::from(byte));
        } else {
            of_gbk.push(char::REPLACEMENT_CHARACTER);
            bytes.next_if(|second| *second >= 0x40);
        }
    }
    [lossy(&String::from_utf8_lossy(body)), lossy(&of_gbk)]
}

/// A copy of a text with changes.
struct Repair<'a> {
    text: &'a str,
    repaired: String,
    /// The part of the text that is in the copy.
    copied: usize,
}

impl<'a> Repair<'a> {
    /// Returns the text as it can be read, if it needs repair.
    fn of(text: &'a str, lossy: bool) -> Option<String> {
        if !may_need_repair(text, lossy) {
            return None;
        }
        let mut repair = Self { text, repaired: String::new(), copied: 0 };
        let (mut index, mut in_string) = (0, false);
        while let Some(byte) = text.as_bytes().get(index) {
            index = match byte {
                b'\\' if in_string => repair.escape(index, lossy),
                0..0x20 if in_string => repair.replace(index..index + 1, format_args!("\\u{byte:04x}")),
                b'"' => {
                    in_string = !in_string;
                    index + 1
                }
                _ => index + 1,
            };
        }
        let Self { mut repaired, copied, .. } = repair;
        repaired.push_str(text.get(copied..).unwrap_or_default());
        (copied > 0).then_some(repaired)
    }

    /// Goes on behind an escape.
    fn escape(&mut self, index: usize, lossy: bool) -> usize {
        match (surrogate(self.text, index), surrogate(self.text, index + ESCAPE)) {
            (Some(0xd800..0xdc00), Some(0xdc00..)) => index + 2 * ESCAPE,
            (Some(_), _) if lossy => self.replace(index..index + ESCAPE, format_args!("\\ufffd")),
            _ => index + 2,
        }
    }

    fn replace(&mut self, range: Range<usize>, by: std::fmt::Arguments<'_>) -> usize {
        self.repaired.push_str(self.text.get(self.copied..range.start).unwrap_or_default());
        let _ = self.repaired.write_fmt(by);
        self.copied = range.end;
        range.end
    }
}

/// Whether there is anything that could have to be repaired; far cheaper to see than where.
fn may_need_repair(text: &str, lossy: bool) -> bool {
    // Of 64 bytes at a time, which the compiler turns into vector instructions.
    let control = |bytes: &[u8]| bytes.iter().copied().min().is_some_and(|least| least < 0x20);
    text.trim_ascii().as_bytes().chunks(64).any(control) || (lossy && text.contains("\\u"))
}

/// The length of `\ud800`.
const ESCAPE: usize = 6;

/// The surrogate whose escape starts at `index`, if one does.
fn surrogate(text: &str, index: usize) -> Option<u16> {
    let digits = text.get(index..index + ESCAPE)?.strip_prefix("\\u")?;
    let unit = digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u16::from_str_radix(digits, 16).ok())??;
    (0xd800..0xe000).contains(&unit).then_some(unit)
}

#[cfg(test)]
mod tests {
    use super::text;

    /// The text of a body, and whether it was repaired.
    fn read(body: impl AsRef<[u8]>, lossy: bool) -> Result<(String, bool), String> {
        text(body.as_ref(), lossy).map(|text| (text.text.into_owned(), text.repaired))
    }

    fn as_sent(body: &str) -> (String, bool) {
        (body.to_owned(), false)
    }

    fn repaired(body: &str) -> (String, bool) {
        (body.to_owned(), true)
    }

    #[test]
    fn what_can_be_read_is_left_as_it_is() {
        let bodies = [
            "",
            "{}",
            " {\r\n\t\"a\": \"\\n\\\"\",\n\"b\":[\n]}\r\n",
            "\u{feff}{\"a\":\"\u{7f}\u{85}\u{202e}好😀\"}",
            r#"{"a":"\ud83d\uDE00\\ud800"}"#,
        ];
        for body in bodies {
            for lossy in [false, true] {
                assert_eq!(read(body, lossy), Ok(as_sent(body)));
            }
        }
    }

    #[test]
    fn control_characters_inside_of_strings_are_escaped() {
        for byte in 0..0x20_u8 {
            let sent = format!("{{\n\"a\":\"好\\\"{0}{0}é\",\t\"b{0}\":\"\\\\\"}}", char::from(byte));
            let expected = format!("{{\n\"a\":\"好\\\"\\u{byte:04x}\\u{byte:04x}é\",\t\"b\\u{byte:04x}\":\"\\\\\"}}");
            assert_eq!(read(&sent, false), Ok(repaired(&expected)));
            assert_eq!(read(&sent, true), Ok(repaired(&expected)));
        }
    }

    #[test]
    fn broken_utf8_is_placed_or_replaced() {
        let gbk = b"{\"a\":\"\xc4\xe3\"}";
        assert_eq!(read(gbk, false), Err("not UTF-8 from byte 6 on".to_owned()));
        assert_eq!(read(gbk, true), Ok(repaired("{\"a\":\"\u{fffd}\u{fffd}\"}")));
        let cut = "{\"a\":\"好".as_bytes().split_last().unwrap().1;
        assert_eq!(read(cut, false), Err("not UTF-8 from byte 6 on".to_owned()));
        assert_eq!(read(cut, true), Ok(repaired("{\"a\":\"\u{fffd}")));
        assert_eq!(read(b"\xff\xfe{\0}\0", false), Err("not UTF-8 from byte 0 on".to_owned()));
        assert_eq!(read(b"\"\x80\t\"", true), Ok(repaired("\"\u{fffd}\\u0009\"")));
    }

    #[test]
    fn lone_surrogates_are_replaced_if_asked_for() {
        let cases = [
            (r#"{"a":"x\ud800"}"#, r#"{"a":"x\ufffd"}"#),
            (r#"["\uDC00y\n\uDBFF\t"]"#, r#"["\ufffdy\n\ufffd\t"]"#),
            (r#"["\ud800\ud83d\ude00\ude00"]"#, r#"["\ufffd\ud83d\ude00\ufffd"]"#),
            (r#"["\ud800\u0041\ud800好\ud800"]"#, r#"["\ufffd\u0041\ufffd好\ufffd"]"#),
        ];
        for (body, expected) in cases {
            assert_eq!(read(body, false), Ok(as_sent(body)));
            assert_eq!(read(body, true), Ok(repaired(expected)));
        }
        let with_tab = "[\"\\ud800\t\"]";
        assert_eq!(read(with_tab, false), Ok(repaired(r#"["\ud800\u0009"]"#)));
        assert_eq!(read(with_tab, true), Ok(repaired(r#"["\ufffd\u0009"]"#)));
        for body in [r#""\ud80"#, r#""\u"#, r#""\ud8+0""#, "\"\\", r"\ud800", r#""\ud83d\ude0"#] {
            assert!(read(body, true).is_ok(), "{body}");
        }
    }
}
