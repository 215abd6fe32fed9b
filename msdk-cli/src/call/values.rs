//! The fields of a call: a body, and fields that are set one by one.

use msdk::metadata::{Field, Metadata, Part, Shape};
use serde_json::{Map, Value};

use crate::{failure::Failure, settings};

/// Reads the body, and puts into it what is set.
pub(super) fn read(metadata: &Metadata, body: &str, set: &[String]) -> Result<Map<String, Value>, Failure> {
    let body = settings::text_of(body)?;
    let mut values = match serde_json::from_str(&body) {
        Ok(Value::Object(values)) => values,
        Ok(_) => return Err(Failure::usage("--body is JSON, but no object")),
        Err(error) => return Err(Failure::usage(format!("--body is no JSON: {error}"))),
    };
    for pair in set {
        let Some((path, text)) = pair.split_once('=').filter(|(path, _)| !path.is_empty()) else {
            return Err(Failure::usage("--set takes a field and a value, with `=` between them"));
        };
        put(&mut values, metadata.fields, path, text)?;
    }
    Ok(values)
}

/// Puts a value at a path, such as `zone` or `position.x`.
pub(crate) fn put(values: &mut Map<String, Value>, fields: &[Field], path: &str, text: &str) -> Result<(), Failure> {
    let whole = find(fields, path);
    let Some((first, rest)) = path.split_once('.').filter(|_| whole.is_none()) else {
        values.insert(path.to_owned(), value(text, whole.map(|field| field.shape)));
        return Ok(());
    };
    let inner = match find(fields, first).map(|field| field.shape.resolved()) {
        Some(Shape::Object(inner)) => inner,
        _ => &[],
    };
    match values.entry(first).or_insert_with(|| Value::Object(Map::new())) {
        Value::Object(object) => put(object, inner, rest, text),
        _ => Err(Failure::usage(format!("--set {path}: {first} is no object"))),
    }
}

/// Finds a field, in flattened objects too.
fn find<'f>(fields: &'f [Field], name: &str) -> Option<&'f Field> {
    fields.iter().find_map(|field| match (field.part, field.shape.resolved()) {
        (Part::Flattened, Shape::Object(inner)) => find(inner, name),
        _ => Some(field).filter(|field| field.name == name),
    })
}

/// A text where the field is one, and otherwise JSON if it can be read as such.
fn value(text: &str, shape: Option<Shape>) -> Value {
    let is_text = match shape.map(Shape::resolved) {
        Some(Shape::Text | Shape::JsonText | Shape::Quoted(_)) => true,
        Some(Shape::JoinedText(_)) => !text.starts_with('['),
        _ => false,
    };
    let json = (!is_text).then(|| serde_json::from_str(text).ok()).flatten();
    json.unwrap_or_else(|| text.into())
}
