//! The control interface of the gateway for tests.

use msdk_mock::{ActiveFault, FaultRule, Player, World};
use schemars::{SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use crate::gateway::Settings;

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
    schemas.insert("Call".to_owned(), call());
    schemas.insert("Error".to_owned(), object(&json!({ "error": { "type": "string" } }), &["error"]));
    schemas
}

fn generator() -> SchemaGenerator {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
    });
    settings.into_generator()
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
                "items": { "type": "array", "prefixItems": [{ "type": "string" }, { "type": "string" }], "items": false },
            },
            "body": { "description": "JSON, or a text that is none. Secrets are masked." },
            "faults": { "type": "array", "items": reference("Fault") },
            "verdict": {
                "type": ["object", "null"],
                "properties": {
                    "accepted": { "type": "boolean" },
                    "ret": { "type": "integer" },
                    "msg": { "type": ["string", "null"], "description": "Why it was refused." },
                    "source": { "type": ["string", "null"], "description": "Where the vendor's document has the rule." },
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

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// The paths, in the order of a tour.
pub(super) fn paths() -> Map<String, Value> {
    let list = |name: &str, schema: &Value| object(&json!({ name: { "type": "array", "items": schema } }), &[name]);
    let call_list = object(
        &json!({ "count": { "type": "integer" }, "calls": { "type": "array", "items": reference("Call") } }),
        &["count", "calls"],
    );
    let id = object(&json!({ "id": { "type": "integer" } }), &["id"]);
    let status = object(&json!({ "status": { "const": "ok" } }), &["status"]);
    let openid = parameter("path", "openid", &json!({ "type": "string" }));
    let number = parameter("path", "id", &json!({ "type": "integer" }));
    let since = parameter("query", "since", &json!({ "type": "integer", "description": "Calls with a greater id." }));
    let limit = parameter("query", "limit", &json!({ "type": "integer", "maximum": 1000 }));
    let stream = json!({ "description": "Server-sent events `call`, each with a call as JSON.",
        "content": { "text/event-stream": { "schema": { "type": "string" } } } });
    let world = reference("World");
    let paths = [
        ("/_msdk/health", json!({ "get": op("health", "Says that the gateway is well.", &[], None, Some(&status)) })),
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
                "get": op("listCalls", "Returns the latest calls with their verdicts.", &[&since, &limit], None, Some(&call_list)),
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
                "get": op("listFaults", "Returns what goes wrong.", &[], None, Some(&list("faults", &reference("ActiveFault")))),
                "post": op("addFault", "Has something go wrong.", &[], Some(&reference("FaultRule")), Some(&id)),
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
        "description": "Refused; nothing was changed.",
        "content": { "application/json": { "schema": reference("Error") } },
    })
}
