//! Secrets of a server's own, which are known by the names of their fields only.

use std::borrow::Cow;

use crate::{Field, Shape};

/// What the wire name of a credential has in it, in lower case.
const CREDENTIALS: [&str; 8] = ["token", "secret", "passw", "appkey", "app_key", "openkey", "skey", "credential"];

/// Replaces the values of fields that an answer's declaration calls secret, or whose names say so. The text need not be
/// JSON, nor whole: whatever looks like a key and its value is taken for that.
pub(crate) fn mask(text: &str, reply: Shape) -> Cow<'_, str> {
    let mut masked = String::new();
    let (mut copied, mut rest) = (0, 0);
    while let Some((key, end)) = next_string(text, rest) {
        rest = end;
        let Some(value) = value_behind(text, end) else { continue };
        if !is_secret(key, reply) {
            continue;
        }
        let end = end_of_value(text, value);
        masked.push_str(text.get(copied..value).unwrap_or_default());
        masked.push_str("\"[redacted]\"");
        (copied, rest) = (end, end);
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    masked.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(masked)
}

fn is_secret(key: &str, reply: Shape) -> bool {
    let lower = key.to_ascii_lowercase();
    CREDENTIALS.iter().any(|word| lower.contains(word)) || lower == "sig" || is_declared_secret(key, reply)
}

fn is_declared_secret(key: &str, shape: Shape) -> bool {
    match shape {
        Shape::List(item) => is_declared_secret(key, *item),
        Shape::Object(fields) => fields
            .iter()
            .any(|Field { name, secret, shape, .. }| *secret && *name == key || is_declared_secret(key, *shape)),
        _ => false,
    }
}

/// The next string from `start` on, without its quotes, and where it ends.
fn next_string(text: &str, start: usize) -> Option<(&str, usize)> {
    let open = start + text.get(start..)?.find('"')?;
    let close = end_of_string(text, open + 1);
    Some((text.get(open + 1..close)?, (close + 1).min(text.len())))
}

/// Where the value begins, if a colon follows.
fn value_behind(text: &str, key_end: usize) -> Option<usize> {
    let behind = text.get(key_end..)?.trim_start().strip_prefix(':')?.trim_start();
    Some(text.len() - behind.len())
}

fn end_of_value(text: &str, value: usize) -> usize {
    let behind = text.get(value..).unwrap_or_default();
    match behind.bytes().next() {
        Some(b'"') => (end_of_string(text, value + 1) + 1).min(text.len()),
        // All of an object or a list, as far as it is known to go, since any of it may be secret.
        Some(b'{' | b'[') => value + end_of_nest(behind),
        _ => value + behind.find([',', '}', ']']).unwrap_or(behind.len()),
    }
}

/// The quote that ends a string, or the end of the text.
fn end_of_string(text: &str, start: usize) -> usize {
    let mut escaped = false;
    let bytes = text.as_bytes().get(start..).unwrap_or_default();
    for (index, byte) in (start..).zip(bytes) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return index,
            _ => {}
        }
    }
    text.len()
}

/// The end of an object or a list that a text begins with.
fn end_of_nest(text: &str) -> usize {
    let (mut depth, mut index) = (0_usize, 0);
    while let Some(byte) = text.as_bytes().get(index) {
        match byte {
            b'"' => index = end_of_string(text, index + 1),
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth <= 1 => return index + 1,
            b'}' | b']' => depth -= 1,
            _ => {}
        }
        index += 1;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::mask;
    use crate::{Field, Shape, field::Described};

    const REPLY: Shape = Shape::List(&Shape::Object(&[Field::new("ticket", Described::<String>::REQUEST).secret()]));

    fn masked(text: &str) -> String {
        mask(text, REPLY).into_owned()
    }

    #[test]
    fn declared_and_telling_names_are_masked() {
        for (text, expected) in [
            (r#"{"ret":0,"ticket":"abc","n":1}"#, r#"{"ret":0,"ticket":"[redacted]","n":1}"#),
            (r#"{"accessToken" : "a\"b\\" , "n":1}"#, r#"{"accessToken" : "[redacted]" , "n":1}"#),
            (r#"{"Skey":123}"#, r#"{"Skey":"[redacted]"}"#),
            (r#"{"sig":null,"ticket":-1.5]"#, r#"{"sig":"[redacted]","ticket":"[redacted]"]"#),
            (
                r#"{"tokens":["a}",{"b":"]"}],"n":{"ticket":{"x":1}}}"#,
                r#"{"tokens":"[redacted]","n":{"ticket":"[redacted]"}}"#,
            ),
            (r#"x "ticket":"cut off"#, r#"x "ticket":"[redacted]""#),
            (r#"{"ticket":["cut "#, r#"{"ticket":"[redacted]""#),
        ] {
            assert_eq!(masked(text), expected);
        }
    }

    #[test]
    fn the_rest_is_left_alone() {
        for text in
            ["", "\"", "\"ticket\"", r#"{"msg":"ticket","significant":1,"tickets":[1]}"#, r#"{"a":"\"ticket\":1"}"#]
        {
            assert_eq!(masked(text), text);
        }
    }
}
