//! `msdk openapi`: the registry as an OpenAPI 3.1 document.

use msdk::metadata::{Field, FixedValue, Limits, Metadata, Method, Part, Shape};
use serde_json::{Map, Value, json};

use crate::{
    describe::{codes, fields_of, plain, summary},
    output::Output,
    registry::{Entry, entries},
};

/// How deep a type that holds itself is spelled out.
const DEEPEST: u32 = 8;

pub(crate) fn document() -> Output {
    let mut paths = Map::new();
    for entry in entries() {
        let method = if entry.metadata.method == Method::GET { "get" } else { "post" };
        let mut item = Map::new();
        item.insert(method.to_owned(), operation(&entry));
        paths.insert(entry.metadata.path.to_owned(), Value::from(item));
    }
    Output::json(json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Tencent MSDK",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "The server-side endpoints for players of mobile QQ, of WeChat and for guests. Each request is signed: \
                `sig` is the MD5 of the app key followed by `timestamp`, as hexadecimal digits in lower case.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [
            { "url": "http://msdk.qq.com", "description": "released games" },
            { "url": "http://msdktest.qq.com", "description": "development" },
        ],
        "security": [{ "sig": [] }],
        "paths": paths,
        "components": {
            "securitySchemes": { "sig": { "type": "apiKey", "in": "query", "name": "sig" } },
            "parameters": parameters(),
            "schemas": { "Envelope": envelope() },
        },
    }))
}

fn operation(entry: &Entry) -> Value {
    let Entry { platform, chapter, metadata } = *entry;
    let names = ["timestamp", "appid", "openid", "encode", "conn", "msdkExtInfo"];
    let mut parameters: Vec<Value> =
        names.iter().map(|name| json!({ "$ref": format!("#/components/parameters/{name}") })).collect();
    if metadata.opua {
        parameters.push(json!({ "$ref": "#/components/parameters/opua" }));
    }
    for constant in metadata.query {
        parameters.push(json!({ "name": constant.name, "in": "query", "required": true, "schema": constant_schema(constant.value) }));
    }
    let codes: Vec<Value> = codes(metadata)
        .map(|code| json!({ "code": code.code, "meaning": code.meaning.en, "meaning_zh": code.meaning.zh, "advice": code.advice, "remedy": code.remedy.en }))
        .collect();
    let body = object(metadata, 0);
    let mut operation = json!({
        "operationId": format!("{platform}_{}", metadata.name),
        "tags": [format!("{platform}/{chapter}")],
        "summary": summary(metadata.docs),
        "description": plain(metadata.docs),
        "deprecated": metadata.replaced_by.is_some(),
        "parameters": parameters,
        "responses": { "200": {
            "description": "`ret` 0 is a success. Any other is a refusal, which has `ret` and `msg` only.",
            "content": { "application/json": { "schema": {
                "allOf": [{ "$ref": "#/components/schemas/Envelope" }, reply(metadata.reply)],
            } } },
        } },
        "x-msdk-idempotent": metadata.idempotent,
        "x-msdk-codes": codes,
    });
    if let (Some(operation), Method::POST) = (operation.as_object_mut(), metadata.method) {
        let example = example_of(&body);
        operation.insert(
            "requestBody".to_owned(),
            json!({ "required": true, "content": { "application/json": { "schema": body, "example": example } } }),
        );
    }
    operation
}

/// The body of a request: the identity, the constants, the fields.
fn object(metadata: &Metadata, depth: u32) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    let identity = &metadata.identity;
    let appid = if matches!(identity.appid_shape, Shape::Int) {
        json!({ "type": "integer" })
    } else {
        json!({ "type": "string" })
    };
    let parts = [
        (identity.appid, appid, "The app id."),
        (identity.openid, json!({ "type": "string" }), "The player's openid."),
        (identity.token, json!({ "type": "string" }), "The player's token."),
    ];
    for (names, mut schema, docs) in parts {
        note(&mut schema, docs);
        for name in names {
            properties.insert((*name).to_owned(), schema.clone());
            required.push(Value::from(*name));
        }
    }
    for constant in metadata.fixed {
        properties.insert(constant.name.to_owned(), constant_schema(constant.value));
        required.push(Value::from(constant.name));
    }
    add_fields(&mut properties, &mut required, metadata.fields, depth);
    json!({ "type": "object", "properties": properties, "required": required })
}

fn add_fields(properties: &mut Map<String, Value>, required: &mut Vec<Value>, fields: &[Field], depth: u32) {
    for field in fields {
        if field.part == Part::Flattened {
            add_fields(properties, required, fields_of(field.shape), depth + 1);
            continue;
        }
        if properties.contains_key(field.name) {
            // What tells the kinds of an object apart is described once for each kind.
            continue;
        }
        let several = fields.iter().filter(|other| other.name == field.name).count() > 1;
        let limits = if several { Limits::NONE } else { field.limits };
        let mut schema = schema(field.shape, &limits, depth + 1);
        note(&mut schema, &plain(field.docs));
        properties.insert(field.name.to_owned(), schema);
        if field.required {
            required.push(Value::from(field.name));
        }
    }
}

fn reply(shape: Shape) -> Value {
    let mut properties = Map::new();
    // A refusal has none of them.
    let mut required = Vec::new();
    add_fields(&mut properties, &mut required, fields_of(shape), 0);
    let mut schema = json!({ "type": "object", "properties": properties });
    loosen(&mut schema);
    schema
}

/// Says what answers are like: the platform writes numbers in quotes or not, and `null` or an empty string for what is not
/// there.
fn loosen(schema: &mut Value) {
    match schema {
        Value::Object(schema) => {
            let loose = match schema.get("type").and_then(Value::as_str) {
                Some(kind @ ("integer" | "number")) => json!([kind, "string", "null"]),
                Some("string") => json!(["string", "number", "null"]),
                Some(kind @ ("array" | "object")) if schema.contains_key("items") => json!([kind, "string", "null"]),
                _ => Value::Null,
            };
            if !loose.is_null() {
                schema.insert("type".to_owned(), loose);
            }
            schema.remove("required");
            schema.values_mut().for_each(loosen);
        }
        Value::Array(items) => items.iter_mut().for_each(loosen),
        _ => {}
    }
}

fn schema(shape: Shape, limits: &Limits, depth: u32) -> Value {
    if depth > DEEPEST {
        return json!({});
    }
    let mut schema = match shape.resolved() {
        Shape::Text => json!({ "type": "string" }),
        Shape::JoinedText(separator) => {
            json!({ "type": "string", "description": format!("Items joined by `{separator}`.") })
        }
        Shape::JsonText => json!({ "type": "string", "contentMediaType": "application/json" }),
        Shape::Int | Shape::Mask(_) => json!({ "type": "integer" }),
        Shape::Number => json!({ "type": "number" }),
        Shape::Quoted(_) => json!({ "type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$" }),
        Shape::Bool => json!({ "type": "boolean" }),
        Shape::Flag => json!({ "enum": [0, 1, "0", "1", true, false, "", null] }),
        Shape::List(inner) => json!({ "type": "array", "items": schema(*inner, &Limits::NONE, depth + 1) }),
        Shape::Map(inner) => {
            json!({ "type": "object", "additionalProperties": schema(*inner, &Limits::NONE, depth + 1) })
        }
        Shape::Object(fields) => {
            let (mut properties, mut required) = (Map::new(), Vec::new());
            add_fields(&mut properties, &mut required, fields, depth);
            json!({ "type": "object", "properties": properties, "required": required })
        }
        Shape::AnyOf(kinds) => {
            let kinds: Vec<Value> = kinds.iter().map(|kind| schema(kind.shape, &kind.limits, depth + 1)).collect();
            json!({ "anyOf": kinds })
        }
        _ => json!({}),
    };
    limit(&mut schema, limits);
    schema
}

/// Adds limits. OpenAPI has none for bytes, of which there are at least as many as characters.
fn limit(schema: &mut Value, limits: &Limits) {
    let Some(schema) = schema.as_object_mut() else { return };
    let is_list = schema.get("type").is_some_and(|kind| kind == "array");
    let mut set = |name: &str, value: Value| drop(schema.insert(name.to_owned(), value));
    if let Some((low, high)) = limits.bytes.or(limits.chars) {
        if low > 0 {
            set("minLength", 1.into());
        }
        if high < u32::MAX {
            set("maxLength", high.into());
        }
    }
    if let Some((low, high)) = limits.items.filter(|_| is_list) {
        set("minItems", low.into());
        if high < u32::MAX {
            set("maxItems", high.into());
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
        set("enum", limits.one_of.iter().map(|value| constant(*value)).collect());
    }
    if let Some((_, high)) = limits.bytes {
        set("x-msdk-max-bytes", high.into());
    }
}

fn constant(value: FixedValue) -> Value {
    match value {
        FixedValue::Int(int) => int.into(),
        FixedValue::Text(text) => text.into(),
    }
}

fn constant_schema(value: FixedValue) -> Value {
    json!({ "const": constant(value) })
}

/// Adds docs, behind what the schema says already.
fn note(schema: &mut Value, docs: &str) {
    if let (Some(schema), false) = (schema.as_object_mut(), docs.is_empty()) {
        let docs = match schema.get("description").and_then(Value::as_str) {
            Some(said) => format!("{docs} {said}"),
            None => docs.to_owned(),
        };
        schema.insert("description".to_owned(), docs.into());
    }
}

/// A value that a schema admits.
fn example_of(schema: &Value) -> Value {
    let get = |name: &str| schema.get(name);
    if let Some(value) = get("const").or_else(|| get("enum").and_then(|values| values.get(0))) {
        return value.clone();
    }
    if let Some(kind) = get("anyOf").and_then(|kinds| kinds.get(0)) {
        return example_of(kind);
    }
    match get("type").and_then(Value::as_str) {
        Some("string") if get("pattern").is_some() => "1".into(),
        Some("string") if get("contentMediaType").is_some() => "{}".into(),
        Some("string") => "x".into(),
        Some("integer" | "number") => get("minimum").cloned().unwrap_or_else(|| get("maximum").map_or(1, |_| 0).into()),
        Some("boolean") => true.into(),
        Some("array") => get("items").map(example_of).into_iter().collect(),
        Some("object") => {
            let names = get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
            let properties =
                names.filter_map(|name| Some((name.to_owned(), example_of(get("properties")?.get(name)?))));
            Value::Object(properties.collect())
        }
        _ => json!({}),
    }
}

fn parameters() -> Value {
    let parameter = |name: &str, required: bool, schema: Value, docs: &str| json!({ "name": name, "in": "query", "required": required, "schema": schema, "description": docs });
    json!({
        "timestamp": parameter("timestamp", true, json!({ "type": "integer" }), "Seconds since 1970."),
        "appid": parameter("appid", true, json!({ "type": "string" }), "The app id; a guest's begins with `G_`."),
        "openid": parameter("openid", true, json!({ "type": "string" }), "The player's openid."),
        "encode": parameter("encode", true, json!({ "const": "1" }), "The scheme of the signature."),
        "conn": parameter("conn", false, json!({ "enum": ["0", "1"] }), "1 asks the platform to keep the connection."),
        "msdkExtInfo": parameter("msdkExtInfo", false, json!({ "type": "string", "pattern": "^[A-Za-z0-9_]*$" }), "Repeated in the answer."),
        "opua": parameter("opua", false, json!({ "type": "string" }), "The terminal that the game's client reported."),
    })
}

fn envelope() -> Value {
    json!({
        "type": "object",
        "properties": {
            "ret": { "type": "integer", "description": "0 for a success." },
            "msg": { "type": "string", "description": "A text; of a refusal by the platform behind MSDK its code, a comma, and a text." },
            "msdkExtInfo": { "type": "string", "description": "As the request had it." },
        },
        "required": ["ret"],
    })
}
