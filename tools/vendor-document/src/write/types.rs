//! Types and limits of fields, as Rust and the attributes write them.

use crate::page::{Field, Kind};

/// What the wire name of a credential has in it. The attributes refuse such a field without the word `secret`; a test
/// writes a field with each of these names and compiles it.
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

/// Whether a name looks like that of a credential.
pub(super) fn is_credential(name: &str) -> bool {
    let name = name.to_lowercase();
    name == "sig" || name.ends_with("ticket") || CREDENTIALS.iter().any(|part| name.contains(part))
}

/// Whether a field is an openid, or a list of them.
pub(super) fn is_openid(field: &Field) -> bool {
    *field.kind.item() == Kind::Text
        && field.name.to_lowercase().trim_end_matches('s').ends_with("openid")
        && !field.prose.joined
}

/// Whether an answer has a yes or no in a field.
pub(super) fn is_flag(field: &Field) -> bool {
    let is_digit = |value: &String| value == "0" || value == "1";
    let is_value = matches!(field.kind, Kind::Text | Kind::Int | Kind::Unknown);
    is_value
        && field.sample.as_ref().is_none_or(is_digit)
        && (field.name == "is_lost" || (field.prose.values.len() == 2 && field.prose.values.iter().all(is_digit)))
        && !field.about.contains("性别")
        && !field.about.contains("平台")
}

/// Whether an answer has a point in time in a field.
pub(super) fn is_time(field: &Field) -> bool {
    let is_value = matches!(field.kind, Kind::Text | Kind::Int);
    let about = field.about.to_lowercase();
    is_value
        && (about.contains("时间戳") || about.contains("unix"))
        && field.sample.as_ref().is_none_or(|sample| sample.parse::<i64>().is_ok())
}

/// Returns the words of a field's attribute about its limits.
pub(super) fn limits(field: &Field) -> Vec<String> {
    let prose = &field.prose;
    let mut words = Vec::new();
    match field.kind {
        Kind::Text if !prose.joined && !is_openid(field) => {
            words.extend(positive(prose.bytes).map(|bytes| format!("bytes = ..={bytes}")));
            words.extend(positive(prose.chars).map(|chars| format!("chars = ..={chars}")));
            words.extend(values(field));
        }
        Kind::Int => words.extend(values(field)),
        Kind::List(_) => words.extend(positive(prose.items).map(|items| format!("items = ..={items}"))),
        _ => {}
    }
    words
}

fn positive(limit: Option<u32>) -> Option<u32> {
    limit.filter(|limit| *limit > 0)
}

fn values(field: &Field) -> Option<String> {
    let prose = &field.prose;
    if prose.open || prose.values.is_empty() {
        return None;
    }
    let values: Option<Vec<String>> = prose.values.iter().map(|value| literal(&field.kind, value)).collect();
    Some(format!("one_of = [{}]", values?.join(", ")))
}

/// Returns the default of a field, if the attribute can have it: it must not break the field's own limits.
pub(super) fn default(field: &Field) -> Option<String> {
    let value = field.prose.default.as_ref()?;
    let prose = &field.prose;
    let is_listed = prose.open || prose.values.is_empty() || prose.values.contains(value);
    let fits = prose.bytes.is_none_or(|bytes| value.len() <= bytes as usize)
        && prose.chars.is_none_or(|chars| value.chars().count() <= chars as usize);
    let is_plain = !prose.joined && !is_openid(field);
    if is_listed && fits && is_plain { literal(&field.kind, value) } else { None }
}

/// A value as Rust writes it, none if the type cannot have it.
fn literal(kind: &Kind, value: &str) -> Option<String> {
    match kind {
        Kind::Int => value.parse::<i64>().ok().map(|value| value.to_string()),
        Kind::Text => Some(format!("{value:?}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Prose;

    #[test]
    fn limits_are_words() {
        let field = |kind: Kind, prose: Prose| Field { name: "a".into(), kind, prose, ..Field::default() };
        let values = vec!["0".to_owned(), "1".to_owned()];
        let listed = Prose { values, default: Some("2".into()), ..Prose::default() };
        let int = field(Kind::Int, listed.clone());
        assert_eq!((limits(&int), default(&int)), (vec!["one_of = [0, 1]".to_owned()], None));
        assert_eq!(limits(&field(Kind::Text, listed)), ["one_of = [\"0\", \"1\"]"]);
        let long = Prose { bytes: Some(45), items: Some(3), default: Some("x".into()), ..Prose::default() };
        let text = field(Kind::Text, long.clone());
        assert_eq!((limits(&text), default(&text).as_deref()), (vec!["bytes = ..=45".to_owned()], Some("\"x\"")));
        assert_eq!(limits(&field(Kind::List(Box::default()), long)), ["items = ..=3"]);
    }
}
