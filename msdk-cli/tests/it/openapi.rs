//! The OpenAPI document, judged by readers that are not ours.

use std::process::Command;

use msdk_mock::{APP_ID, APP_KEY, Gateway, demo};
use serde_json::{Value, json};

fn document() -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_msdk")).arg("openapi").output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_document_is_read_by_a_library_for_such_documents() {
    let spec = oas3::from_json(document().to_string()).unwrap();
    assert_eq!(spec.openapi, "3.1.0");
    let (of_gateway, of_platform): (Vec<_>, Vec<_>) =
        spec.operations().partition(|(path, _, _)| path.starts_with("/_msdk/"));
    assert_eq!((of_platform.len(), of_gateway.len()), (32, 18));
    let ids: std::collections::BTreeSet<_> =
        spec.operations().map(|(_, _, operation)| operation.operation_id.clone()).collect();
    assert_eq!(ids.len(), 50, "ids are distinct");
    for (path, _, operation) in of_platform {
        assert!(operation.parameters(&spec).unwrap().len() >= 6, "{path}");
    }
}

/// Against the schema for OpenAPI 3.1 that its makers publish (`openapi-3.1/README.md`).
#[test]
fn the_document_is_what_openapi_asks_for() {
    let schema: Value = serde_json::from_str(include_str!("../openapi-3.1/schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<_> = validator.iter_errors(&document()).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    assert!(!validator.is_valid(&json!({ "openapi": "3.1.0", "info": { "title": "no version" }, "paths": {} })));
}

/// The schema of a body or an answer, with what it refers to.
fn with_components(schema: &Value, document: &Value) -> Value {
    let mut schema = schema.clone();
    schema["components"] = document["components"].clone();
    schema
}

#[test]
fn every_schema_is_one_and_admits_its_example() {
    let document = document();
    let of_platform = |path: &str| !path.starts_with("/_msdk/");
    for (path, item) in document["paths"].as_object().unwrap().iter().filter(|(path, _)| of_platform(path)) {
        for (method, operation) in item.as_object().unwrap() {
            let answer = &operation["responses"]["200"]["content"]["application/json"];
            let validator = jsonschema::validator_for(&with_components(&answer["schema"], &document)).unwrap();
            for (name, example) in answer["examples"].as_object().unwrap() {
                let errors: Vec<_> = validator.iter_errors(&example["value"]).map(|error| error.to_string()).collect();
                assert!(errors.is_empty(), "{path}: {name}: {errors:?}");
            }
            let body = &operation["requestBody"]["content"]["application/json"];
            if method == "post" {
                let validator = jsonschema::validator_for(&with_components(&body["schema"], &document)).unwrap();
                let errors: Vec<_> = validator.iter_errors(&body["example"]).map(|error| error.to_string()).collect();
                assert!(errors.is_empty(), "{path}: {errors:?}");
            }
        }
    }
}

/// What the gateway answers, and what a client sends, is what the document says.
#[tokio::test]
async fn requests_and_answers_are_as_the_document_has_them() {
    let document = document();
    let gateway = Gateway::builder().in_process();
    let settings = msdk::Client::builder().app_id(APP_ID).app_key(APP_KEY).base_url("http://gateway.test");
    let client = settings.transport(gateway.clone()).build().unwrap();
    let session = msdk::Session::new(demo::CALLER, demo::CALLER_TOKEN);
    let calls = [
        ("qqprofile", json!({})),
        ("qqfriends_detail", json!({"flag": 1})),
        (
            "qqfriends_vip",
            json!({"fopenids": [demo::FRIEND], "flags": "qq_vip", "userip": "127.0.0.1", "pf": "openmobile_android"}),
        ),
        ("load_vip", json!({"vip": 255})),
        ("get_gift", json!({})),
        ("get_wifi", json!({})),
    ];
    for (name, values) in calls {
        let mut endpoints = msdk::qq::CHAPTERS.iter().flat_map(|chapter| chapter.endpoints.iter());
        let metadata = endpoints.find(|metadata| metadata.name == name).unwrap();
        let answer = client.call_described(&session, metadata, values.as_object().unwrap()).await.unwrap();
        let operation = &document["paths"][metadata.path]["post"];
        let schema = &operation["responses"]["200"]["content"]["application/json"]["schema"];
        let validator = jsonschema::validator_for(&with_components(schema, &document)).unwrap();
        let errors: Vec<_> = validator.iter_errors(&answer).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {answer} {errors:?}");
        let sent: Value = serde_json::from_slice(&gateway.received().pop().unwrap().body).unwrap();
        let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
        let validator = jsonschema::validator_for(&with_components(schema, &document)).unwrap();
        let errors: Vec<_> = validator.iter_errors(&sent).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {sent} {errors:?}");
    }
}

/// What the document shows as a body, a client would send.
#[test]
fn every_example_of_a_body_breaks_no_rule() {
    let document = document();
    let settings = msdk::Client::builder().app_id(APP_ID).app_key(APP_KEY).base_url("http://gateway.test");
    let client = settings.wechat(msdk::Account::new("wxcde873f99466f74a", "key")).build().unwrap();
    let chapters = msdk::PLATFORMS.iter().flat_map(|(_, chapters)| chapters.iter());
    for metadata in chapters.flat_map(|chapter| chapter.endpoints) {
        let operation = &document["paths"][metadata.path]["post"];
        let mut values =
            operation["requestBody"]["content"]["application/json"]["example"].as_object().unwrap().clone();
        let identity = &metadata.identity;
        let of_client = [identity.appid, identity.openid, identity.token, identity.app_key].concat();
        values.retain(|name, _| {
            !of_client.contains(&name.as_str()) && metadata.fixed.iter().all(|fixed| fixed.name != name)
        });
        let session = match metadata.platform {
            Some(msdk::Platform::WeChat) => msdk::Session::wechat(demo::WX_CALLER, "token"),
            Some(msdk::Platform::Guest) => msdk::Session::guest(demo::GUEST, "token"),
            _ => msdk::Session::new(demo::CALLER, "token"),
        };
        client.prepare_described(&session, metadata, &values).unwrap();
    }
}

/// What generators of clients make poor types of, or none.
#[test]
fn every_object_has_a_name_and_every_enum_one_type() {
    let document = document();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    for suffix in ["Request", "Reply"] {
        assert!(schemas.keys().filter(|name| name.ends_with(suffix)).count() >= 32, "{suffix}");
    }
    for item in document["paths"].as_object().unwrap().values() {
        poor_types(item, false);
    }
    schemas.values().for_each(|schema| poor_types(schema, true));
}

fn poor_types(value: &Value, is_named: bool) {
    match value {
        Value::Object(members) => {
            assert!(is_named || !members.contains_key("properties"), "{value}");
            for (keyword, inner) in members {
                let is_schema = ["items", "not", "schema"].contains(&keyword.as_str());
                assert!(!is_schema || inner.is_object(), "{value}");
                let are_schemas = ["allOf", "anyOf", "oneOf", "prefixItems"].contains(&keyword.as_str());
                assert!(
                    !are_schemas || inner.as_array().is_some_and(|all| all.iter().all(Value::is_object)),
                    "{value}"
                );
                let one_type = |values: &Vec<Value>| {
                    let kinds: Vec<_> = values.iter().map(std::mem::discriminant).collect();
                    kinds.windows(2).all(|pair| pair[0] == pair[1])
                };
                assert!(keyword != "enum" || inner.as_array().is_none_or(one_type), "{value}");
                assert!(
                    keyword != "description" || !inner.as_str().is_some_and(|text| text.contains("```")),
                    "{value}"
                );
                poor_types(inner, is_named && keyword == "allOf");
            }
        }
        Value::Array(items) => items.iter().for_each(|item| poor_types(item, is_named)),
        _ => {}
    }
}
