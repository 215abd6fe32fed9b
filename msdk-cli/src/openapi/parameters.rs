//! What of a request does not stand in its body, and the identity, which does.

use msdk::metadata::{Field, Fixed, Identity, Metadata, Method, Place, Shape};
use serde_json::{Map, Value, json};

use super::schema::{self, MOST_LEVELS, Way, note};
use crate::docs::plain;

/// The parameters of every query but `sig`: the name, whether it has to be there, its schema, its docs. All but the last
/// are every endpoint's.
fn common() -> [(&'static str, bool, Value, &'static str); 7] {
    let text = || json!({ "type": "string" });
    [
        ("timestamp", true, json!({ "type": "integer" }), "Seconds since 1970, at most ten minutes off."),
        ("appid", true, text(), "The app id; for a guest with `G_` before it."),
        ("openid", true, text(), "The player's openid."),
        ("encode", true, json!({ "const": "1" }), "The scheme of the signature."),
        ("conn", false, json!({ "const": "1" }), "Asks the platform to keep the connection."),
        ("msdkExtInfo", false, json!({ "type": "string", "pattern": "^[A-Za-z0-9_]+$" }), "Repeated in the answer."),
        ("opua", false, text(), "The terminal that the game's client reported."),
    ]
}

/// The parameters by name, for operations to refer to.
pub(super) fn components() -> Value {
    let described = common().into_iter().map(|(name, required, schema, docs)| {
        let parameter = json!({
            "name": name, "in": "query", "required": required, "schema": schema, "description": docs,
        });
        (name.to_owned(), parameter)
    });
    described.collect::<Map<_, _>>().into()
}

/// The parameters of one endpoint.
pub(super) fn of(metadata: &Metadata) -> Value {
    let names = common().map(|(name, ..)| name).into_iter().filter(|name| metadata.opua || *name != "opua");
    let mut parameters: Vec<Value> =
        names.map(|name| json!({ "$ref": format!("#/components/parameters/{name}") })).collect();
    let has_no_body = metadata.method == Method::GET;
    let in_query = metadata.query.iter().chain(metadata.fixed.iter().filter(|_| has_no_body));
    parameters.extend(in_query.map(|fixed| constant(fixed, "query")));
    parameters.extend(metadata.headers.iter().map(|fixed| constant(fixed, "header")));
    if has_no_body {
        let known = common().map(|(name, ..)| name);
        let identity = identity(&metadata.identity).filter(|(name, _)| !known.contains(name));
        parameters.extend(
            identity.map(|(name, schema)| json!({ "name": name, "in": "query", "required": true, "schema": schema })),
        );
    }
    parameters.extend(metadata.fields.iter().filter_map(|field| Some(parameter(field, place(field, has_no_body)?))));
    parameters.into()
}

/// Where a field stands that is not in the body.
const fn place(field: &Field, has_no_body: bool) -> Option<&'static str> {
    match field.place {
        Place::Query => Some("query"),
        Place::Header => Some("header"),
        Place::Path => Some("path"),
        Place::Usual if has_no_body => Some("query"),
        _ => None,
    }
}

fn constant(fixed: &Fixed, place: &str) -> Value {
    json!({ "name": fixed.name, "in": place, "required": true, "schema": schema::constant(fixed.value) })
}

fn parameter(field: &Field, place: &str) -> Value {
    let schema = schema::of(field.shape, &field.limits, Way::Sent, MOST_LEVELS);
    let is_json = matches!(field.shape.resolved(), Shape::Object(_) | Shape::Map(_))
        || (matches!(field.shape.resolved(), Shape::List(_)) && !field.repeated);
    let mut parameter = json!({
        "name": field.name, "in": place, "required": field.required || place == "path", "description": plain(field.docs),
    });
    if let Some(parameter) = parameter.as_object_mut() {
        if is_json {
            parameter.insert("content".to_owned(), json!({ "application/json": { "schema": schema } }));
        } else {
            parameter.insert("schema".to_owned(), schema);
        }
    }
    parameter
}

/// The parts of the identity in a body.
pub(super) fn identity(identity: &Identity) -> impl Iterator<Item = (&'static str, Value)> {
    let appid = match identity.appid_shape {
        Shape::Int => json!({ "type": "integer", "examples": [100_703_379] }),
        _ => json!({ "type": "string", "examples": ["100703379"] }),
    };
    let text = |example: &str| json!({ "type": "string", "minLength": 1, "examples": [example] });
    let parts = [
        (identity.appid, appid, "The app id, as in the query."),
        (identity.openid, text("A3284A812ECA15269F85AE1C2D94EB37"), "The player's openid, as in the query."),
        (identity.token, text("933FE8C9AB9C585D7EABD04373B7155F"), "The player's token."),
        (identity.app_key, text("0123456789abcdef0123456789abcdef"), "The app key."),
    ];
    parts.into_iter().flat_map(|(names, mut schema, docs)| {
        note(&mut schema, docs);
        names.iter().map(move |name| (*name, schema.clone()))
    })
}
