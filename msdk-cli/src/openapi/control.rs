//! The control interface of the gateway for tests.

use msdk_mock::{ActiveFault, FaultRule, Player, World};
use schemars::{SchemaGenerator, generate::SchemaSettings, transform::ReplaceBoolSchemas};
use serde_json::{Map, Value, json};

use super::named::{named, reference, type_name};
use crate::{docs, gateway::Settings};

pub(super) const TAG: &str = "gateway";

/// The schemas of what it takes and gives.
pub(super) fn schemas() -> Map<String, Value> {
    let mut generator = generator();
    let _ = generator.subschema_for::<World>();
    let _ = generator.subschema_for::<Player>();
    let _ = generator.subschema_for::<FaultRule>();
    let _ = generator.subschema_for::<ActiveFault>();
    let _ = generator.subschema_for::<Settings>();
    let mut schemas = generator.take_definitions(true);
    schemas.values_mut().for_each(leave_out_code);
    name_kinds_of_faults(&mut schemas);
    named(&mut schemas, "Call", call());
    for (name, property, schema) in [
        ("Error", "error", json!({ "type": "string" })),
        ("Health", "status", json!({ "const": "ok" })),
        ("FaultId", "id", json!({ "type": "integer" })),
        ("FaultList", "faults", json!({ "type": "array", "items": reference("ActiveFault") })),
    ] {
        schemas.insert(name.to_owned(), object(&json!({ property: schema }), &[property]));
    }
    let calls = json!({ "count": { "type": "integer" }, "calls": { "type": "array", "items": reference("Call") } });
    schemas.insert("CallList".to_owned(), object(&calls, &["count", "calls"]));
    schemas
}

/// Leaves the Rust out of descriptions, which are the docs of types.
fn leave_out_code(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            for (name, value) in members {
                match value {
                    Value::String(text) if name == "description" => *text = docs::without_code(text),
                    value => leave_out_code(value),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(leave_out_code),
        _ => {}
    }
}

/// Gives each kind of a fault a name of its own, such as `FaultLatency`.
fn name_kinds_of_faults(schemas: &mut Map<String, Value>) {
    let kinds = schemas.get_mut("Fault").and_then(|fault| fault.get_mut("oneOf")).map(Value::take);
    let Some(Value::Array(kinds)) = kinds else { return };
    let kinds = kinds.into_iter().map(|kind| match kind.pointer("/properties/kind/const").and_then(Value::as_str) {
        Some(name) => named(schemas, &format!("Fault{}", type_name(name)), kind),
        None => kind,
    });
    let kinds: Value = kinds.collect();
    if let Some(fault) = schemas.get_mut("Fault").and_then(Value::as_object_mut) {
        fault.insert("oneOf".to_owned(), kinds);
    }
}

fn generator() -> SchemaGenerator {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
    });
    // Generators of clients know `true` and `false` as values of `additionalProperties` only.
    let mut no_bool_schemas = ReplaceBoolSchemas::default();
    no_bool_schemas.skip_additional_properties = true;
    settings.with_transform(no_bool_schemas).into_generator()
}

/// A recorded call.
fn call() -> Value {
    object(
        &json!({
            "id": { "type": "integer", "description": "Greater than those of the calls before." },
            "at": { "type": "integer", "description": "Seconds since 1970, by the gateway's clock." },
            "method": { "type": "string" },
            "path": { "type": "string" },
            "endpoint": { "type": ["string", "null"], "description": "The endpoint, if the path is of one." },
            "openid": { "type": ["string", "null"] },
            "query": {
                "type": "array", "description": "Names and values, decoded.",
                "items": { "type": "array", "items": { "type": "string" }, "minItems": 2, "maxItems": 2 },
            },
            "body": { "description": "JSON, or a text that is none. Secrets are masked." },
            "faults": { "type": "array", "items": reference("Fault") },
            "verdict": {
                "type": ["object", "null"],
                "properties": {
                    "accepted": { "type": "boolean" },
                    "ret": { "type": "integer" },
                    "msg": { "type": ["string", "null"], "description": "Why it was refused." },
                    "sections": { "type": "array", "items": { "type": "string" },
                        "description": "The sections of the vendor's document that have the rule; 5 is its list of codes." },
                    "passed_over": { "type": "array", "items": { "type": "string" },
                        "description": "Rules that it breaks and a lenient gateway passes over." },
                },
                "required": ["accepted", "ret", "passed_over"],
            },
            "answer": { "description": "As the body." },
        }),
        &["id", "at", "method", "path", "query", "faults"],
    )
}

fn object(properties: &Value, required: &[&str]) -> Value {
    json!({ "type": "object", "properties": properties, "required": required })
}

/// The paths, in the order of a tour.
pub(super) fn paths() -> Map<String, Value> {
    let openid = parameter("path", "openid", &json!({ "type": "string" }));
    let number = parameter("path", "id", &json!({ "type": "integer" }));
    let since = parameter("query", "since", &json!({ "type": "integer", "description": "Calls with a greater id." }));
    let limit = parameter("query", "limit", &json!({ "type": "integer", "maximum": 1000 }));
    let stream = json!({ "description": "Server-sent events `call`, each with a call as JSON.",
        "content": { "text/event-stream": { "schema": { "type": "string" } } } });
    let world = reference("World");
    let paths = [
        (
            "/_msdk/health",
            json!({ "get": op("health", "Says that the gateway is well.", &[], None, Some(&reference("Health"))) }),
        ),
        (
            "/_msdk/world",
            json!({
                "get": op("getWorld", "Returns the world, with its made-up tokens.", &[], None, Some(&world)),
                "put": op("putWorld", "Replaces the world.", &[], Some(&world), None),
            }),
        ),
        (
            "/_msdk/world/reset",
            json!({
                "post": op("resetWorld", "Brings back the world that the gateway was started with.", &[], None, None),
            }),
        ),
        (
            "/_msdk/world/players/{openid}",
            json!({
                "get": op("getPlayer", "Returns a player.", &[&openid], None, Some(&reference("Player"))),
                "put": op("putPlayer", "Adds a player, or replaces one.", &[&openid], Some(&reference("Player")), None),
                "patch": op("changePlayer", "Changes some fields of a player, by a merge patch (RFC 7396).", &[&openid],
                    Some(&json!({ "type": "object" })), None),
                "delete": op("removePlayer", "Takes a player away.", &[&openid], None, None),
            }),
        ),
        (
            "/_msdk/calls",
            json!({
                "get": op("listCalls", "Returns the latest calls with their verdicts.", &[&since, &limit], None, Some(&reference("CallList"))),
                "delete": op("clearCalls", "Forgets the calls.", &[], None, None),
            }),
        ),
        (
            "/_msdk/calls/{id}",
            json!({
                "get": op("getCall", "Returns one call.", &[&number], None, Some(&reference("Call"))),
            }),
        ),
        ("/_msdk/calls/stream", {
            json!({ "get": operation("streamCalls", "Sends calls as they are decided.", &[&since], None, "200", &stream) })
        }),
        (
            "/_msdk/faults",
            json!({
                "get": op("listFaults", "Returns what goes wrong.", &[], None, Some(&reference("FaultList"))),
                "post": op("addFault", "Has something go wrong.", &[], Some(&reference("FaultRule")), Some(&reference("FaultId"))),
                "delete": op("clearFaults", "Has nothing go wrong any more.", &[], None, None),
            }),
        ),
        (
            "/_msdk/faults/{id}",
            json!({
                "delete": op("removeFault", "Takes one fault away.", &[&number], None, None),
            }),
        ),
        (
            "/_msdk/settings",
            json!({
                "get": op("getSettings", "Returns how the gateway behaves.", &[], None, Some(&reference("Settings"))),
                "patch": op("changeSettings", "Changes what is given.", &[], Some(&reference("Settings")), None),
            }),
        ),
    ];
    paths.into_iter().map(|(path, item)| (path.to_owned(), item)).collect()
}

fn parameter(place: &str, name: &str, schema: &Value) -> Value {
    json!({ "name": name, "in": place, "required": place == "path", "schema": schema })
}

fn op(id: &str, summary: &str, parameters: &[&Value], body: Option<&Value>, answer: Option<&Value>) -> Value {
    let status = match (id, answer) {
        ("addFault", _) => "201",
        (_, Some(_)) => "200",
        (_, None) => "204",
    };
    let success = match answer {
        Some(schema) => json!({ "description": "Done.", "content": content(schema) }),
        None => json!({ "description": "Done." }),
    };
    operation(id, summary, parameters, body, status, &success)
}

fn operation(
    id: &str,
    summary: &str,
    parameters: &[&Value],
    body: Option<&Value>,
    status: &str,
    success: &Value,
) -> Value {
    let operation = json!({
        "operationId": id, "summary": summary, "tags": [TAG], "servers": [{ "url": "http://127.0.0.1:8080" }],
        "security": [{}, { "accessToken": [] }],
        "parameters": parameters, "responses": { status: success, "default": refusal() },
        "requestBody": body.map(|schema| json!({ "required": true, "content": content(schema) })),
    });
    match operation {
        Value::Object(mut fields) => {
            fields.retain(|_, value| !value.is_null());
            fields.into()
        }
        operation => operation,
    }
}

fn content(schema: &Value) -> Value {
    json!({ "application/json": { "schema": schema } })
}

fn refusal() -> Value {
    json!({
        "description": "Refused. Below 500 nothing was changed; 500 says that a change could not be kept on disk yet.",
        "content": { "application/json": { "schema": reference("Error") } },
    })
}
