//! What makes an answer a success.

use std::fmt::{self, Write as _};

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;

/// The levels of nesting that are read.
const LEVELS: usize = 32;

/// Whether an answer is a success.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// An object in which `ret` is 0.
    Success,
    /// Anything else.
    Refused,
    /// JSON with a number that serde_json cannot hold, or holds as another one.
    Unknown,
}

/// Judges the body of an answer.
pub fn judge(body: &[u8], lossy: bool) -> Verdict {
    let Some(text) = repaired(body, lossy) else { return Verdict::Refused };
    let Pairs(pairs) = match serde_json::from_str(&text) {
        Ok(pairs) => pairs,
        Err(error) if error.to_string().starts_with("number out of range") => return Verdict::Unknown,
        Err(_) => return Verdict::Refused,
    };
    let values = |name: &'static str| pairs.iter().filter(move |(key, _)| key == name).map(|(_, value)| value);
    let rets: Vec<_> = values("ret").collect();
    match rets[..] {
        [ret] if values("msdkExtInfo").count() < 2 && levels(&text) <= LEVELS => of_ret(ret),
        _ => Verdict::Refused,
    }
}

fn of_ret(ret: &Value) -> Verdict {
    let success = match ret {
        // `-0` is read as a floating-point number, as is `-0.0`.
        Value::Number(number) if number.to_string() == "-0.0" => return Verdict::Unknown,
        Value::Number(number) => number.as_i64() == Some(0),
        Value::String(text) => !text.starts_with('+') && text.parse::<i128>() == Ok(0),
        _ => false,
    };
    if success { Verdict::Success } else { Verdict::Refused }
}

/// The text with what JSON forbids and the platform writes as it should be: control characters inside of strings, and
/// escapes of half a character.
fn repaired(body: &[u8], lossy: bool) -> Option<String> {
    let text = if lossy { String::from_utf8_lossy(body) } else { std::str::from_utf8(body).ok()?.into() };
    let characters: Vec<char> = text.strip_prefix('\u{feff}').unwrap_or(&text).chars().collect();
    let mut repaired = String::new();
    let (mut index, mut in_string) = (0, false);
    while let Some(&character) = characters.get(index) {
        index += 1;
        match character {
            '\\' if in_string => {
                let (length, escape) = escape(&characters[index..]);
                repaired += &escape;
                index += length;
            }
            '\0'..' ' if in_string => drop(write!(repaired, "\\u{:04x}", u32::from(character))),
            _ => {
                in_string ^= character == '"';
                repaired.push(character);
            }
        }
    }
    Some(repaired)
}

/// The escape whose backslash is before `rest`, and the characters of `rest` that it takes.
fn escape(rest: &[char]) -> (usize, String) {
    let low = rest.get(5..).and_then(|rest| rest.strip_prefix(&['\\'])).and_then(unit);
    let (length, is_half) = match (unit(rest), low) {
        (Some(0xd800..0xdc00), Some(0xdc00..0xe000)) => (11, false),
        (Some(0xd800..0xe000), _) => (5, true),
        _ => (rest.len().min(1), false),
    };
    let escape = if is_half { "ufffd".to_owned() } else { rest[..length].iter().collect() };
    (length, format!("\\{escape}"))
}

/// The number of an escape like `u0041`.
fn unit(escape: &[char]) -> Option<u16> {
    let digits = escape.strip_prefix(&['u'])?.get(..4)?;
    digits.iter().try_fold(0, |unit, digit| Some(16 * unit + u16::try_from(digit.to_digit(16)?).ok()?))
}

/// How deep JSON is nested.
fn levels(json: &str) -> usize {
    let (mut deepest, mut level, mut in_string) = (0, 0, false);
    let mut characters = json.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' if in_string => drop(characters.next()),
            '"' => in_string = !in_string,
            '[' | '{' if !in_string => level += 1,
            ']' | '}' if !in_string => level -= 1,
            _ => {}
        }
        deepest = deepest.max(level);
    }
    deepest
}

/// The entries of an object, those with the same key too.
struct Pairs(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;

        impl<'de> Visitor<'de> for Entries {
            type Value = Pairs;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }

        deserializer.deserialize_map(Entries)
    }
}
