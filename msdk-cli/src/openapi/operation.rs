//! One operation.

use msdk::{
    Lang,
    metadata::{Metadata, Method, Place, Shape},
};
use serde_json::{Map, Value, json};

use super::{
    example::example_of,
    named::{named, reference, type_name},
    parameters,
    properties::Properties,
    schema::{self, Spot, Way},
};
use crate::{
    describe::{code_as_json, own_tables},
    registry::Entry,
    texts,
    words::say,
};

/// Describes an endpoint. The schemas of its body and of a success get a name, by which generators of clients call their
/// types.
pub(super) fn of(entry: &Entry, lang: Lang, schemas: &mut Map<String, Value>) -> Value {
    let Entry { platform, metadata, .. } = *entry;
    let codes = own_tables(metadata).into_iter().flat_map(|table| table.codes);
    let mut operation = json!({
        "operationId": format!("{platform}_{}", metadata.name),
        "tags": [entry.tag()],
        "summary": texts::summary_of(lang, metadata),
        "description": texts::of_endpoint(lang, metadata),
        "deprecated": metadata.replaced_by.is_some(),
        "parameters": parameters::of(metadata, lang),
        "responses": { "200": response(metadata, lang, schemas) },
        "x-msdk-idempotent": metadata.idempotent,
        "x-msdk-unreleased": metadata.unreleased,
        "x-msdk-codes": codes.map(code_as_json).collect::<Value>(),
    });
    if metadata.method == Method::POST {
        let schema = body(metadata, lang);
        let example = example_of(&schema);
        let reference = named(schemas, &format!("{}Request", type_name(metadata.name)), schema);
        let content = json!({ "application/json": { "schema": reference, "example": example } });
        set(&mut operation, "requestBody", json!({ "required": true, "content": content }));
    }
    operation
}

fn set(object: &mut Value, name: &str, value: Value) {
    if let Some(object) = object.as_object_mut() {
        object.insert(name.to_owned(), value);
    }
}

/// The body of a request: the identity, the constants, the fields.
fn body(metadata: &'static Metadata, lang: Lang) -> Value {
    let mut properties = Properties::new(Spot::body(Way::Sent, lang, metadata));
    for (name, schema) in parameters::identity(&metadata.identity, lang) {
        properties.add(name, schema, true);
    }
    for fixed in metadata.fixed {
        properties.add(fixed.name, schema::constant(fixed.value), true);
    }
    properties.add_fields(metadata.fields.iter().filter(|field| field.place == Place::Usual));
    let mut schema = properties.into_schema();
    // The platform passes over what it does not know; a misspelt name would be found in production only.
    set(&mut schema, "additionalProperties", false.into());
    schema
}

fn response(metadata: &'static Metadata, lang: Lang, schemas: &mut Map<String, Value>) -> Value {
    let reply = reply(metadata, lang);
    let mut success = json!({ "ret": 0, "msg": "success" });
    if let (Some(success), Value::Object(fields)) = (success.as_object_mut(), example_of(&reply)) {
        success.extend(fields);
    }
    let mut parts = vec![reference("Success")];
    // An object without properties is one that must have none, for some generators.
    let has_fields = reply.get("properties").and_then(Value::as_object).is_some_and(|fields| !fields.is_empty());
    parts.extend(has_fields.then_some(reply));
    let reply = named(schemas, &format!("{}Reply", type_name(metadata.name)), json!({ "allOf": parts }));
    json!({
        "description": say(lang, "A success, or a refusal.", "成功，或被拒绝。"),
        "content": { "application/json": {
            "schema": { "oneOf": [
                reply,
                reference("Refusal"),
            ] },
            "examples": {
                "success": { "value": success },
                "refusal": { "value": { "ret": -502, "msg": "sig is wrong" } },
            },
        } },
    })
}

/// The fields of an answer besides the envelope's.
fn reply(metadata: &'static Metadata, lang: Lang) -> Value {
    match metadata.reply.resolved() {
        Shape::Object(fields) => {
            let mut properties = Properties::new(Spot::body(Way::Read, lang, metadata));
            properties.add_fields(fields.iter());
            properties.into_schema()
        }
        _ => json!({ "type": "object" }),
    }
}

#[cfg(test)]
mod tests {
    use msdk::{declare::Endpoint as _, msdk_endpoint};

    use super::*;

    /// Finds items.
    #[msdk_endpoint(
        path = "/users/{id}/items/", method = GET, openid = "player", token = "openkey",
        query(version = 2), header("X-Client" = "game"), fixed(act = 1), reply = (),
    )]
    struct FindItems {
        /// The user.
        id: u64,
        #[msdk(range = 1..=9)]
        page: Option<u32>,
        #[msdk(repeat)]
        tags: Vec<String>,
        #[msdk(header = "X-Trace-Id", bytes = 1..=32)]
        trace: String,
    }

    /// What of each parameter differs.
    fn told(parameter: &Value) -> String {
        if let Some(common) = parameter.get("$ref").and_then(Value::as_str) {
            return common.rsplit('/').next().unwrap_or_default().to_owned();
        }
        let text = |name: &str| parameter.get(name).and_then(Value::as_str).unwrap_or_default();
        let required = if parameter.get("required") == Some(&json!(true)) { "" } else { "?" };
        format!("{} {}{required}", text("in"), text("name"))
    }

    #[test]
    fn values_stand_where_they_are_declared() {
        let entry = Entry { platform: "own", chapter: "own", metadata: FindItems::META };
        let operation = of(&entry, Lang::En, &mut Map::new());
        let parameters: Vec<String> =
            operation.get("parameters").and_then(Value::as_array).into_iter().flatten().map(told).collect();
        let expected = [
            "timestamp",
            "appid",
            "openid",
            "encode",
            "conn",
            "msdkExtInfo",
            "query version",
            "query act",
            "header X-Client",
            "query player",
            "query openkey",
            "path id",
            "query page?",
            "query tags",
            "header X-Trace-Id",
        ];
        assert_eq!(parameters, expected);
        assert_eq!(operation.get("requestBody"), None);
        assert_eq!(operation.get("tags"), Some(&json!(["own"])));
    }
}
