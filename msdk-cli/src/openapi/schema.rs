//! Shapes and limits as JSON Schema.

use msdk::metadata::{FixedValue, Limits, Shape};
use serde_json::{Value, json};

use super::properties::Properties;
use crate::describe;

/// How deep a type that holds itself is spelled out.
pub(super) const MOST_LEVELS: usize = 8;

/// Which way a value goes. Requests are as they are declared; in answers the platform has numbers in quotes or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Sent,
    Read,
}

/// Describes values of a shape.
pub(super) fn of(shape: Shape, limits: &Limits, way: Way, levels: usize) -> Value {
    let Some(levels) = levels.checked_sub(1) else { return json!({}) };
    let inner = |shape: &Shape| of(*shape, &Limits::NONE, way, levels);
    let either = |sent: &str, read: Value| match way {
        Way::Sent => json!({ "type": sent }),
        Way::Read => json!({ "type": read }),
    };
    let mut schema = match shape.resolved() {
        Shape::Text => either("string", json!(["string", "number"])),
        Shape::JoinedText(separator) => {
            json!({ "type": "string", "description": format!("Items joined by `{separator}`.") })
        }
        Shape::JsonText => json!({ "type": "string", "contentMediaType": "application/json" }),
        Shape::Int => either("integer", json!(["integer", "string"])),
        Shape::Number => either("number", json!(["number", "string"])),
        Shape::Mask(bits) => {
            let bits: Vec<String> = bits.iter().map(|bit| format!("{} = {}", bit.name, bit.value)).collect();
            let mut schema = either("integer", json!(["integer", "string"]));
            note(&mut schema, &format!("A sum of {}.", bits.join(", ")));
            schema
        }
        Shape::Quoted(_) => match way {
            Way::Sent => json!({ "type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$" }),
            Way::Read => json!({ "type": ["string", "number"] }),
        },
        Shape::Bool => json!({ "type": "boolean" }),
        Shape::Flag => json!({ "enum": [0, 1, "0", "1", true, false] }),
        Shape::List(item) => json!({ "type": "array", "items": inner(item) }),
        Shape::Map(value) => json!({ "type": "object", "additionalProperties": inner(value) }),
        Shape::Object(fields) => {
            let mut properties = Properties::new(way);
            properties.add_fields(fields.iter(), levels);
            properties.into_schema()
        }
        Shape::AnyOf(kinds) => {
            let kinds = kinds.iter().map(|kind| of(kind.shape, &kind.limits, way, levels));
            json!({ "anyOf": kinds.collect::<Vec<Value>>() })
        }
        _ => json!({}),
    };
    limit(&mut schema, limits, shape.resolved());
    schema
}

/// The same values, and what stands for one that is not there.
pub(super) fn or_absent(schema: &Value) -> Value {
    json!({ "anyOf": [schema, { "enum": [null, ""] }] })
}

/// Adds limits. JSON Schema has none for bytes, of which there are at least as many as characters.
fn limit(schema: &mut Value, limits: &Limits, shape: Shape) {
    let Some(schema) = schema.as_object_mut() else { return };
    let mut set = |name: &str, value: Value| drop(schema.insert(name.to_owned(), value));
    if let Some((low, high)) = limits.bytes.or(limits.chars) {
        if low > 0 {
            set("minLength", if limits.chars.is_some() { low } else { 1 }.into());
        }
        if high < u32::MAX {
            set("maxLength", high.into());
        }
    }
    if let Some((low, high)) = limits.bytes {
        set("x-msdk-bytes", json!({ "min": low, "max": (high < u32::MAX).then_some(high) }));
    }
    if let Some((low, high)) = limits.items {
        let names = match shape {
            Shape::List(_) => ["minItems", "maxItems"],
            Shape::Map(_) => ["minProperties", "maxProperties"],
            _ => ["x-msdk-min-items", "x-msdk-max-items"],
        };
        set(names[0], low.into());
        if high < u32::MAX {
            set(names[1], high.into());
        }
    }
    if let Some((low, high)) = limits.range {
        if low > i64::MIN {
            set("minimum", low.into());
        }
        if high < i64::MAX {
            set("maximum", high.into());
        }
    }
    if !limits.one_of.is_empty() {
        set("enum", limits.one_of.iter().copied().map(describe::constant).collect());
    }
}

/// A value that is always the same.
pub(super) fn constant(value: FixedValue) -> Value {
    json!({ "const": describe::constant(value) })
}

/// Adds docs, before what the schema says already.
pub(super) fn note(schema: &mut Value, docs: &str) {
    if let (Some(schema), false) = (schema.as_object_mut(), docs.is_empty()) {
        let docs = match schema.get("description").and_then(Value::as_str) {
            Some(said) => format!("{docs} {said}"),
            None => docs.to_owned(),
        };
        schema.insert("description".to_owned(), docs.into());
    }
}
