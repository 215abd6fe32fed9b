//! Secrets of a server's own, which are known by the names of their fields only.

use std::borrow::Cow;

use crate::describe::{Field, Shape};

/// What the wire name of a credential has in it, in lower case.
const CREDENTIALS: &[&str] = &[
    "token",
    "secret",
    "passw",
    "pwd",
    "appkey",
    "app_key",
    "apikey",
    "api_key",
    "openkey",
    "skey",
    "session_key",
    "credential",
];

/// Replaces the values of fields that an answer's declaration calls secret, or whose names say so. The text need not be
/// JSON, nor whole: a name with a colon or an equals sign behind it is taken for a field, in whatever quotes.
pub(crate) fn mask(text: &str, reply: Shape) -> Cow<'_, str> {
    let mut masked = String::new();
    let (mut copied, mut rest) = (0, 0);
    while let Some((name, end)) = next_name(text, rest) {
        rest = end;
        let Some(value) = value_behind(text, end).filter(|_| is_secret(name, reply)) else { continue };
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
    CREDENTIALS.iter().any(|word| lower.contains(word))
        || lower == "sig"
        || lower.ends_with("ticket")
        || is_declared_secret(key, reply)
}

fn is_declared_secret(key: &str, shape: Shape) -> bool {
    match shape {
        Shape::List(item) => is_declared_secret(key, *item),
        Shape::Object(fields) => fields.iter().any(|Field { name, aliases, secret, shape, .. }| {
            let is_named = *name == key || aliases.contains(&key);
            (*secret && is_named) || is_declared_secret(key, *shape)
        }),
        _ => false,
    }
}

/// The next name from `start` on, and where it ends.
fn next_name(text: &str, start: usize) -> Option<(&str, usize)> {
    let is_of_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    let bytes = text.as_bytes();
    let begin = start + bytes.get(start..)?.iter().position(is_of_name)?;
    let length = bytes.get(begin..)?.iter().take_while(|byte| is_of_name(byte)).count();
    Some((text.get(begin..begin + length)?, begin + length))
}

/// Where the value begins, if a name that ends here has one.
fn value_behind(text: &str, name_end: usize) -> Option<usize> {
    let behind = text.get(name_end..)?.trim_start_matches(['\\', '"', '\'']).trim_start();
    let behind = behind.strip_prefix([':', '='])?.trim_start();
    Some(text.len() - behind.len())
}

/// Where a value ends: at its closing quote, its closing bracket, or what separates it from the next.
fn end_of_value(text: &str, value: usize) -> usize {
    let behind = text.get(value..).unwrap_or_default();
    let escapes = behind.len() - behind.trim_start_matches('\\').len();
    match behind.as_bytes().get(escapes) {
        Some(quote @ (b'"' | b'\'')) => end_of_string(text, value + escapes + 1, *quote, escapes > 0),
        // All of an object or a list, as far as it is known to go, since any of it may be secret.
        Some(b'{' | b'[') => value + end_of_nest(behind),
        _ => value + behind.find([',', '&', ';', '}', ']', ' ', '\r', '\n', '"', '<']).unwrap_or(behind.len()),
    }
}

/// The place behind the quote that ends a string, or the end of the text. In a string that is itself inside of one, the
/// quotes are escaped, and a quote without an escape ends both.
fn end_of_string(text: &str, start: usize, quote: u8, nested: bool) -> usize {
    let mut escaped = false;
    for (index, byte) in (start..).zip(text.as_bytes().get(start..).unwrap_or_default()) {
        match *byte {
            byte if byte == quote && escaped == nested => return index + 1,
            byte if byte == quote && nested => return index,
            b'\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}

/// The end of an object or a list that a text begins with.
fn end_of_nest(text: &str) -> usize {
    let (mut depth, mut index) = (0_usize, 0);
    while let Some(byte) = text.as_bytes().get(index) {
        match byte {
            b'"' => {
                index = end_of_string(text, index + 1, b'"', false);
                continue;
            }
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
    use crate::describe::{Field, Shape, field::Described};

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
            (r#"it"s {"access_token":"S"}"#, r#"it"s {"access_token":"[redacted]"}"#),
            (r#"{"msg":"a"b","openkey":"S","n":1}"#, r#"{"msg":"a"b","openkey":"[redacted]","n":1}"#),
            ("access_token=S&n=1", "access_token=\"[redacted]\"&n=1"),
            ("{'skey':'S','n':1}", "{'skey':\"[redacted]\",'n':1}"),
            ("{ticket: S}", "{ticket: \"[redacted]\"}"),
            (r#"{"msg":"{\"token\":\"S\",\"n\":1}"}"#, r#"{"msg":"{\"token\":"[redacted]",\"n\":1}"}"#),
        ] {
            assert_eq!(masked(text), expected);
        }
    }

    #[test]
    fn the_rest_is_left_alone() {
        for text in [
            "",
            "\"",
            "\"ticket\"",
            r#"{"msg":"ticket","significant":1,"tickets":[1]}"#,
            "ticket is void",
            "no token, no ticket",
        ] {
            assert_eq!(masked(text), text);
        }
    }
}
