//! Shapes and limits as JSON Schema.

use msdk::{
    Lang,
    metadata::{Field, FixedValue, Limits, Metadata, Shape},
};
use serde_json::{Value, json};

use super::properties::Properties;
use crate::{describe, texts::At, words::say};

/// How deep a type that holds itself is spelled out.
const MOST_LEVELS: usize = 8;

/// Which way a value goes. Requests are as they are declared; in answers the platform has numbers in quotes or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Sent,
    Read,
}

/// Where a schema stands.
#[derive(Clone)]
pub(super) struct Spot {
    pub(super) way: Way,
    pub(super) at: At,
    /// How many levels may still be inside.
    levels: usize,
}

impl Spot {
    /// The body of a request or of a reply.
    pub(super) const fn body(way: Way, lang: Lang, endpoint: &'static Metadata) -> Self {
        Self { way, at: At::body(lang, endpoint), levels: MOST_LEVELS }
    }

    /// What is inside of a field.
    pub(super) fn inside(&self, field: &Field) -> Self {
        Self { at: self.at.inside(field), ..*self }
    }

    /// One level further down, if there is one.
    pub(super) fn deeper(&self) -> Option<Self> {
        Some(Self { levels: self.levels.checked_sub(1)?, ..self.clone() })
    }
}

/// Describes values of a shape.
pub(super) fn of(shape: Shape, limits: &Limits, spot: &Spot) -> Value {
    let Some(spot) = spot.deeper() else { return json!({}) };
    let (way, lang) = (spot.way, spot.at.lang);
    let inner = |shape: &Shape| of(*shape, &Limits::NONE, &spot);
    let either = |sent: &str, read: Value| match way {
        Way::Sent => json!({ "type": sent }),
        Way::Read => json!({ "type": read }),
    };
    let mut schema = match shape.resolved() {
        Shape::Text => either("string", json!(["string", "number"])),
        Shape::JoinedText(separator) => {
            let docs = match lang {
                Lang::Zh => format!("（各项以 `{separator}` 拼接）"),
                _ => format!("Items joined by `{separator}`."),
            };
            json!({ "type": "string", "description": docs })
        }
        Shape::JsonText => json!({ "type": "string", "contentMediaType": "application/json" }),
        Shape::Int => either("integer", json!(["integer", "string"])),
        Shape::Number => either("number", json!(["number", "string"])),
        Shape::Mask(bits) => {
            let bits: Vec<String> = bits.iter().map(|bit| format!("{} = {}", bit.name, bit.value)).collect();
            let mut schema = either("integer", json!(["integer", "string"]));
            let docs = match lang {
                Lang::Zh => format!("（各位之和：{}）", bits.join("、")),
                _ => format!("A sum of {}.", bits.join(", ")),
            };
            note(&mut schema, &docs, lang);
            schema
        }
        Shape::Quoted(_) => match way {
            Way::Sent => json!({ "type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$" }),
            Way::Read => json!({ "type": ["string", "number"] }),
        },
        Shape::Bool => json!({ "type": "boolean" }),
        Shape::Flag => match way {
            Way::Sent => json!({ "type": "integer", "enum": [0, 1] }),
            Way::Read => json!({ "$ref": "#/components/schemas/Flag", "examples": [0] }),
        },
        Shape::List(item) => json!({ "type": "array", "items": inner(item) }),
        Shape::Map(value) => json!({ "type": "object", "additionalProperties": inner(value) }),
        Shape::Object(fields) => {
            let mut properties = Properties::new(spot);
            properties.add_fields(fields.iter());
            properties.into_schema()
        }
        Shape::AnyOf(kinds) => {
            let kinds = kinds.iter().map(|kind| of(kind.shape, &kind.limits, &spot));
            json!({ "anyOf": kinds.collect::<Vec<Value>>() })
        }
        _ => json!({}),
    };
    limit(&mut schema, limits, shape.resolved());
    schema
}

/// The same values, and `null` and the empty string, which stand for one that is not there.
pub(super) fn or_absent(mut schema: Value) -> Value {
    let is_any_text = ["enum", "pattern", "minLength"].iter().all(|limit| schema.get(limit).is_none());
    let types = match schema.get("type") {
        Some(Value::String(one)) => vec![one.clone().into()],
        Some(Value::Array(several)) => several.clone(),
        _ => Vec::new(),
    };
    if let (Some(object), true) = (schema.as_object_mut(), is_any_text && types.contains(&json!("string"))) {
        object.insert("type".to_owned(), types.into_iter().chain([json!("null")]).collect());
        return schema;
    }
    let kinds = schema.get_mut("anyOf").map(Value::take);
    let mut kinds = match kinds {
        Some(Value::Array(kinds)) => kinds,
        _ => vec![schema],
    };
    kinds.extend([json!({ "type": "string", "const": "" }), json!({ "type": "null" })]);
    json!({ "anyOf": kinds })
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
pub(super) fn note(schema: &mut Value, docs: &str, lang: Lang) {
    if let (Some(schema), false) = (schema.as_object_mut(), docs.is_empty()) {
        let docs = match schema.get("description").and_then(Value::as_str) {
            Some(said) => format!("{docs}{}{said}", say(lang, " ", "")),
            None => docs.to_owned(),
        };
        schema.insert("description".to_owned(), docs.into());
    }
}
