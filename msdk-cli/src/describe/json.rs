//! The description as JSON.

use msdk::{
    Lang,
    catalogue::Code,
    metadata::{Field, Fixed, FixedValue, Limits, Metadata, Part, Place, Shape},
};
use serde_json::{Map, Value, json};

use super::codes::Table;
use crate::{
    registry::Entry,
    texts::{self, At},
};

/// Values inside of values beyond this are not described: a type may hold itself.
const MOST_LEVELS: usize = 8;

/// Describes an endpoint.
pub(super) fn of(entry: &Entry, tables: &[Table], lang: Lang) -> Value {
    let Metadata { name, method, path, idempotent, unreleased, replaced_by, done_code, chunked, opua, .. } =
        *entry.metadata;
    let endpoint = entry.metadata;
    let identity = &endpoint.identity;
    let at = At::body(lang, endpoint);
    let milliseconds = |time: Option<std::time::Duration>| time.map(|time| time.as_secs_f64() * 1000.0);
    json!({
        "name": name,
        "method": method.as_str(),
        "path": path,
        "platform": entry.platform,
        "chapter": entry.chapter,
        "summary": texts::summary_of(lang, endpoint),
        "docs": texts::of_endpoint(lang, endpoint),
        "idempotent": idempotent,
        "unreleased": unreleased,
        "replaced_by": replaced_by,
        "timeout_ms": milliseconds(endpoint.timeout),
        "attempt_timeout_ms": milliseconds(endpoint.attempt_timeout),
        "done_code": done_code,
        "chunked": chunked,
        "opua": opua,
        "identity": {
            "appid": identity.appid,
            "appid_type": type_name(identity.appid_shape),
            "openid": identity.openid,
            "token": identity.token,
            "app_key": identity.app_key,
        },
        "constants": {
            "body": constants(endpoint.fixed),
            "query": constants(endpoint.query),
            "headers": constants(endpoint.headers),
        },
        "fields": fields(endpoint.fields, &at, MOST_LEVELS),
        "reply": shape(endpoint.reply, &at, MOST_LEVELS),
        "codes": tables.iter().map(table).collect::<Value>(),
    })
}

fn constants(fixed: &[Fixed]) -> Value {
    fixed.iter().map(|fixed| (fixed.name.to_owned(), constant(fixed.value))).collect::<Map<_, _>>().into()
}

pub(crate) fn constant(value: FixedValue) -> Value {
    match value {
        FixedValue::Int(value) => value.into(),
        FixedValue::Text(value) => value.into(),
    }
}

fn fields(fields: &[Field], at: &At, levels: usize) -> Value {
    fields.iter().map(|one| field(one, &at.field(one, one.docs), &at.inside(one), levels)).collect()
}

/// The kinds of a value, of which none has a key.
fn kinds(kinds: &[Field], at: &At, levels: usize) -> Value {
    kinds.iter().map(|kind| field(kind, &at.nameless(kind.docs), at, levels)).collect()
}

fn field(field: &Field, docs: &str, inside: &At, levels: usize) -> Value {
    let mut json = shape(field.shape, inside, levels);
    if let Value::Object(object) = &mut json {
        let mut set = |name: &str, value: Value| drop(object.insert(name.to_owned(), value));
        set("name", field.name.into());
        set("docs", docs.into());
        set("required", field.required.into());
        set("limits", limits(&field.limits));
        set("part", part(field.part).into());
        set("place", place(field.place).into());
        set("default", field.default.map_or(Value::Null, constant));
        set("secret", field.secret.into());
        set("aliases", json!(field.aliases));
    }
    json
}

fn shape(shape: Shape, at: &At, levels: usize) -> Value {
    let shape = shape.resolved();
    let mut object = Map::new();
    object.insert("type".to_owned(), type_name(shape).into());
    let Some(levels) = levels.checked_sub(1) else { return object.into() };
    let mut set = |name: &str, value: Value| drop(object.insert(name.to_owned(), value));
    match shape {
        Shape::JoinedText(separator) => set("separator", separator.into()),
        Shape::Quoted(inner) => set("of", self::shape(*inner, at, levels)),
        Shape::Mask(bits) => {
            set("bits", bits.iter().map(|bit| (bit.name.to_owned(), bit.value.into())).collect::<Map<_, _>>().into());
        }
        Shape::List(item) => set("items", self::shape(*item, at, levels)),
        Shape::Map(value) => set("values", self::shape(*value, at, levels)),
        Shape::Object(inner) => set("fields", fields(inner, at, levels)),
        Shape::AnyOf(kinds) => set("any_of", self::kinds(kinds, at, levels)),
        _ => {}
    }
    object.into()
}

const fn type_name(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "text",
        Shape::JoinedText(_) => "joined_text",
        Shape::JsonText => "json_text",
        Shape::Int => "int",
        Shape::Number => "number",
        Shape::Quoted(_) => "quoted",
        Shape::Mask(_) => "mask",
        Shape::Bool => "bool",
        Shape::Flag => "flag",
        Shape::List(_) => "list",
        Shape::Object(_) => "object",
        Shape::Map(_) => "map",
        Shape::AnyOf(_) => "any_of",
        _ => "any",
    }
}

fn limits(limits: &Limits) -> Value {
    let one_of: Vec<Value> = limits.one_of.iter().copied().map(constant).collect();
    let pairs = [
        ("bytes", limits.bytes.map(|pair| json!(pair))),
        ("chars", limits.chars.map(|pair| json!(pair))),
        ("items", limits.items.map(|pair| json!(pair))),
        ("range", limits.range.map(|pair| json!(pair))),
        ("one_of", (!one_of.is_empty()).then(|| one_of.into())),
    ];
    let pairs = pairs.into_iter().filter_map(|(name, limit)| Some((name.to_owned(), limit?)));
    pairs.collect::<Map<_, _>>().into()
}

const fn part(part: Part) -> &'static str {
    match part {
        Part::Flattened => "flattened",
        Part::AppId => "appid",
        Part::OpenId => "openid",
        Part::Token => "token",
        Part::AppKey => "app_key",
        _ => "body",
    }
}

const fn place(place: Place) -> &'static str {
    match place {
        Place::Query => "query",
        Place::Header => "header",
        Place::Path => "path",
        _ => "usual",
    }
}

fn table(table: &Table) -> Value {
    json!({ "table": table.name, "codes": table.codes.iter().map(code_as_json).collect::<Value>() })
}

/// Describes a code, in both languages.
pub(crate) fn code_as_json(code: &Code) -> Value {
    json!({
        "code": code.code,
        "layer": code.layer,
        "advice": code.advice,
        "turn": code.turn,
        "meaning": { "en": code.meaning.en, "zh": code.meaning.zh },
        "remedy": { "en": code.remedy.en, "zh": code.remedy.zh },
    })
}
