//! `msdk openapi`: the registry as an OpenAPI 3.1 document.

mod control;
mod example;
mod operation;
mod parameters;
mod properties;
mod schema;

use std::sync::LazyLock;

use msdk::{Environment, metadata::Metadata};
use serde_json::{Map, Value, json};

use crate::{
    describe::{code_as_json, shared_tables},
    output::Output,
    registry::entries,
};

/// What holds for every endpoint.
const DESCRIPTION: &str = "\
The server-side endpoints for players of mobile QQ, of WeChat and for guests.

Each request is signed: `sig` in the query is the MD5 of the app key followed by `timestamp`, as hexadecimal digits in lower \
case. `appid` and `openid` of the body are those of the query; for a guest both begin with `G_`.

Each answer has HTTP status 200. With `ret` 0 it is a success, with any other it is a refusal. `x-msdk-codes` of an operation \
explains the codes that it has to itself, `x-msdk-code-tables` those of the whole platform: what each means, whose turn it \
is, and what to do.

Answers have numbers in quotes or not, and `null` or an empty string for what is not there.";

/// Prints the document.
pub(crate) fn document() -> Output {
    Output::json(value())
}

/// The example of an endpoint's body.
pub(crate) fn example_of(endpoint: &Metadata) -> Option<&'static Value> {
    static DOCUMENT: LazyLock<Value> = LazyLock::new(value);
    let method = endpoint.method.as_str().to_ascii_lowercase();
    let operation = DOCUMENT.get("paths")?.get(endpoint.path)?.get(method)?;
    operation.pointer("/requestBody/content/application~1json/example")
}

/// Writes the document.
pub(crate) fn value() -> Value {
    let mut schemas = control::schemas();
    schemas.extend([("Success".to_owned(), success()), ("Refusal".to_owned(), refusal())]);
    let mut paths = Map::new();
    for entry in entries() {
        let item = json!({ entry.metadata.method.as_str().to_ascii_lowercase(): operation::of(&entry) });
        paths.insert(entry.metadata.path.to_owned(), item);
    }
    paths.extend(control::paths());
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Tencent MSDK",
            "version": env!("CARGO_PKG_VERSION"),
            "description": DESCRIPTION,
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": servers(),
        "security": [{ "sig": [] }],
        "tags": tags(),
        "paths": paths,
        "components": {
            "securitySchemes": { "sig": {
                "type": "apiKey", "in": "query", "name": "sig",
                "description": "The MD5 of the app key followed by `timestamp`, 32 hexadecimal digits in lower case.",
            }, "accessToken": {
                "type": "http", "scheme": "bearer",
                "description": "The access token of the gateway for tests, if it has one.",
            } },
            "parameters": parameters::components(),
            "schemas": schemas,
        },
        "x-msdk-code-tables": shared_tables().map(|table| json!({
            "name": table.name,
            "codes": table.codes.iter().map(code_as_json).collect::<Value>(),
        })).collect::<Value>(),
    })
}

/// The hosts that take requests as described here.
fn servers() -> Value {
    let is_of_v3 = |environment: &Environment| environment.as_str().starts_with("v3");
    let environments = Environment::ALL.iter().copied().filter(|environment| !is_of_v3(environment));
    environments
        .map(|environment| json!({ "url": environment.base_url(), "description": environment.as_str() }))
        .collect()
}

fn tags() -> Value {
    let mut tags: Vec<String> = entries().map(|entry| entry.tag()).collect();
    tags.dedup();
    tags.push(control::TAG.to_owned());
    tags.into_iter().map(|name| json!({ "name": name })).collect()
}

fn success() -> Value {
    json!({
        "type": "object",
        "description": "What every success has.",
        "properties": {
            "ret": { "const": 0 },
            "msg": { "type": "string", "description": "A text without a meaning.", "examples": ["success"] },
            "msdkExtInfo": { "type": "string", "description": "As the request had it." },
        },
        "required": ["ret"],
    })
}

fn refusal() -> Value {
    json!({
        "type": "object",
        "description": "The platform refuses, and the rest of the answer means nothing.",
        "properties": {
            "ret": { "type": "integer", "not": { "const": 0 }, "description": "The code." },
            "msg": {
                "type": "string",
                "description": "A text. Where `ret` is -10000 (mobile QQ) or -20000 (WeChat), the platform's own code stands \
                    before its first comma.",
            },
            "platCode": {
                "type": ["integer", "string", "null"], "description": "The platform's own code, of endpoints for QQ groups.",
            },
            "err_type": {
                "type": ["integer", "string", "null"],
                "description": "The platform's classification: 1 try later, 2 authorise again, 3 refresh the token.",
            },
            "msdkExtInfo": { "type": "string", "description": "As the request had it." },
        },
        "required": ["ret"],
    })
}
