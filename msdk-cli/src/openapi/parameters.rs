//! What of a request does not stand in its body, and the identity, which does.

use msdk::{
    Lang,
    metadata::{Field, Fixed, Identity, Metadata, Method, Place, Shape},
};
use serde_json::{Map, Value, json};

use super::schema::{self, Spot, Way, note};
use crate::words::say;

/// The parameters of every query but `sig`: the name, whether it has to be there, its schema, its docs. All but the last
/// are every endpoint's.
fn common(lang: Lang) -> [(&'static str, bool, Value, &'static str); 7] {
    let text = || json!({ "type": "string" });
    let say = |en, zh| say(lang, en, zh);
    [
        (
            "timestamp",
            true,
            json!({ "type": "integer" }),
            say("Seconds since 1970, at most ten minutes off.", "Unix 时间戳，单位秒，误差不超过十分钟。"),
        ),
        ("appid", true, text(), say("The app id; for a guest with `G_` before it.", "app id；游客的前面加 `G_`。")),
        ("openid", true, text(), say("The player's openid.", "玩家的 openid。")),
        ("encode", true, json!({ "const": "1" }), say("The scheme of the signature.", "签名方式。")),
        ("conn", false, json!({ "const": "1" }), say("Asks the platform to keep the connection.", "请平台保持连接。")),
        (
            "msdkExtInfo",
            false,
            json!({ "type": "string", "pattern": "^[A-Za-z0-9_]+$" }),
            say("Repeated in the answer.", "在应答中原样返回。"),
        ),
        ("opua", false, text(), say("The terminal that the game's client reported.", "游戏客户端上报的终端信息。")),
    ]
}

/// The parameters by name, for operations to refer to.
pub(super) fn components(lang: Lang) -> Value {
    let described = common(lang).into_iter().map(|(name, required, schema, docs)| {
        let parameter = json!({
            "name": name, "in": "query", "required": required, "schema": schema, "description": docs,
        });
        (name.to_owned(), parameter)
    });
    described.collect::<Map<_, _>>().into()
}

/// The parameters of one endpoint.
pub(super) fn of(metadata: &'static Metadata, lang: Lang) -> Value {
    let names = common(lang).map(|(name, ..)| name).into_iter().filter(|name| metadata.opua || *name != "opua");
    let mut parameters: Vec<Value> =
        names.map(|name| json!({ "$ref": format!("#/components/parameters/{name}") })).collect();
    let has_no_body = metadata.method == Method::GET;
    let in_query = metadata.query.iter().chain(metadata.fixed.iter().filter(|_| has_no_body));
    parameters.extend(in_query.map(|fixed| constant(fixed, "query")));
    parameters.extend(metadata.headers.iter().map(|fixed| constant(fixed, "header")));
    if has_no_body {
        let known = common(lang).map(|(name, ..)| name);
        let identity = identity(&metadata.identity, lang).filter(|(name, _)| !known.contains(name));
        parameters.extend(
            identity.map(|(name, schema)| json!({ "name": name, "in": "query", "required": true, "schema": schema })),
        );
    }
    let spot = Spot::body(Way::Sent, lang, metadata);
    let placed = metadata.fields.iter().filter_map(|field| Some((field, place(field, has_no_body)?)));
    parameters.extend(placed.map(|(field, place)| parameter(field, place, &spot)));
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

fn parameter(field: &Field, place: &str, spot: &Spot) -> Value {
    let schema = schema::of(field.shape, &field.limits, &spot.inside(field));
    let is_json = matches!(field.shape.resolved(), Shape::Object(_) | Shape::Map(_))
        || (matches!(field.shape.resolved(), Shape::List(_)) && !field.repeated);
    let mut parameter = json!({
        "name": field.name, "in": place, "required": field.required || place == "path",
        "description": spot.at.field(field, field.docs),
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
pub(super) fn identity(identity: &Identity, lang: Lang) -> impl Iterator<Item = (&'static str, Value)> {
    let appid = match identity.appid_shape {
        Shape::Int => json!({ "type": "integer", "examples": [100_703_379] }),
        _ => json!({ "type": "string", "examples": ["100703379"] }),
    };
    let text = |example: &str| json!({ "type": "string", "minLength": 1, "examples": [example] });
    let parts = [
        (identity.appid, appid, say(lang, "The app id, as in the query.", "app id，与查询串中相同。")),
        (
            identity.openid,
            text("A3284A812ECA15269F85AE1C2D94EB37"),
            say(lang, "The player's openid, as in the query.", "玩家的 openid，与查询串中相同。"),
        ),
        (identity.token, text("933FE8C9AB9C585D7EABD04373B7155F"), say(lang, "The player's token.", "玩家的票据。")),
        (identity.app_key, text("0123456789abcdef0123456789abcdef"), say(lang, "The app key.", "应用的密钥。")),
    ];
    parts.into_iter().flat_map(move |(names, mut schema, docs)| {
        note(&mut schema, docs, lang);
        names.iter().map(move |name| (*name, schema.clone()))
    })
}
