//! Answers that nobody thought of.

use proptest::{collection, prelude::*};
use serde_json::{Value, value::RawValue};

use super::super::{Json, read_answer, text};
use crate::error::{Redactor, escaped, excerpt};

/// Pieces that answers are made of, and that break them.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let words: &[&[u8]] = &[
        b"{",
        b"}",
        b"[",
        b"]",
        b":",
        b",",
        b"\"",
        b"\\",
        b"\"ret\"",
        b"\"msg\"",
        b"\"platCode\"",
        b"0",
        b"-1",
        b"1e400",
        b"null",
        b"true",
        b"\\ud800",
        b"\\udc00",
        b"\\u00",
        b"\t",
        b"\0",
        b"\xc4\xe3",
        b"\xd5\\",
        b"\xef\xbb\xbf",
        b"\xe5\xa5\xbd",
        b"secret",
        b"%73ecret",
        b"{\"ret\":0,\"msg\":\"",
        b"\"}",
        b" ",
    ];
    let piece =
        prop_oneof![4 => proptest::sample::select(words.to_vec()).prop_map(<[u8]>::to_vec), 1 => any::<Vec<u8>>()];
    collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        any::<i64>().prop_map(|int| Value::from(int.to_string())),
    ];
    leaf.prop_recursive(6, 64, 8, |inner| {
        prop_oneof![
            collection::vec(inner.clone(), 0..8).prop_map(Value::from),
            collection::vec((any::<String>(), inner), 0..8)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

fn agrees(json: Json<'_>, value: &Value) -> Result<(), TestCaseError> {
    match value {
        Value::Null => prop_assert!(json.is_blank()),
        Value::Bool(flag) => prop_assert_eq!(json.flag().ok(), Some(*flag)),
        Value::Number(number) => {
            prop_assert_eq!(json.number().ok().map(f64::to_bits), number.as_f64().map(f64::to_bits));
            let int = number.as_i64().map(i128::from).or_else(|| number.as_u64().map(i128::from));
            prop_assert_eq!(json.int().ok(), int);
        }
        Value::String(text) => {
            prop_assert_eq!(&json.text().unwrap(), text);
            prop_assert_eq!(&json.text_lossy().unwrap(), text);
            let digits = text.strip_prefix('-').unwrap_or(text).starts_with(|c: char| c.is_ascii_digit());
            prop_assert_eq!(json.int().ok(), text.parse().ok().filter(|_| digits));
        }
        Value::Array(values) => {
            let items = json.items(Ok).unwrap();
            prop_assert_eq!(items.len(), values.len());
            for (item, value) in items.into_iter().zip(values) {
                agrees(item, value)?;
            }
        }
        Value::Object(fields) => {
            let object = json.object().unwrap();
            prop_assert_eq!(object.values().count(), fields.len());
            for (name, value) in fields {
                agrees(object.find(name).unwrap().unwrap(), value)?;
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn nothing_panics(body in pieces()) {
        read_answer(&body);
        let text = String::from_utf8_lossy(&body);
        let printed = excerpt(&text, text.len(), &Redactor::new(["secret"]).shortening(["{\"ret\""]));
        prop_assert!(!printed.contains("secret") && !printed.contains(char::is_control), "{}", printed);
    }

    #[test]
    fn a_text_without_mistakes_is_not_touched(value in value(), lossy: bool) {
        let body = value.to_string();
        let text = text(body.as_bytes(), lossy).unwrap();
        prop_assert!(!text.repaired);
        prop_assert_eq!(&*text.text, &body);
    }

    #[test]
    fn a_repaired_text_is_what_was_meant(meant: String) {
        // JSON as a careless server writes it: with only quotes and backslashes escaped.
        let body = format!("\"{}\"", meant.replace('\\', "\\\\").replace('"', "\\\""));
        let text = text(body.as_bytes(), false).unwrap();
        prop_assert_eq!(text.repaired, serde_json::from_str::<&RawValue>(&body).is_err());
        prop_assert_eq!(Json::document(&text.text).unwrap().text().unwrap(), meant);
    }

    #[test]
    fn values_are_what_they_are_to_serde_json(value in value()) {
        for body in [value.to_string(), format!("{value:#}")] {
            agrees(Json::document(&body).unwrap(), &value)?;
        }
    }

    #[test]
    fn a_printed_text_can_be_told(text: String) {
        let printed = escaped(&text).to_string();
        let forging = |c: char| c.is_control() || ['\u{202e}', '\u{200b}', '\u{2028}'].contains(&c);
        prop_assert!(!printed.contains(forging), "{}", printed);
        prop_assert_eq!(printed.is_empty(), text.is_empty());
    }
}
