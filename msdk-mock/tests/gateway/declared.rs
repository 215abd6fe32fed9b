//! Endpoints that a game declares itself.

use msdk::{OpenId, declare::Endpoint, msdk_endpoint, msdk_object, msdk_reply};
use msdk_endpoints::qq::relation::Qqprofile;
use msdk_mock::{Gateway, Refusal};
use serde_json::json;

use crate::support::{NOW, Raw, answer, caller, client, refusal};

/// Moves players to another zone.
#[msdk_endpoint(path = "/game/move", method = POST, appid = string, token = "openkey", fixed(kind = "batch"))]
#[derive(Debug, Clone)]
struct Move {
    #[msdk(flatten)]
    to: Place,
    #[msdk(items = ..=2)]
    players: Vec<OpenId>,
    urgent: Option<bool>,
}

/// A place in the game.
#[msdk_object]
#[derive(Debug, Clone)]
struct Place {
    #[msdk(range = 1..=9)]
    zone: u32,
}

/// How many were moved.
#[msdk_reply]
#[derive(Debug, PartialEq)]
struct MoveReply {
    moved: u32,
}

fn request() -> Move {
    Move { to: Place { zone: 3 }, players: vec!["A".into(), "B".into()], urgent: None }
}

async fn start() -> Gateway {
    let gateway = Gateway::builder().clock(NOW).endpoint(Move::META, |world, call| {
        if !world.players.contains_key(call.openid()) || call.int("zone") == 9 {
            return Err(Refusal::access(-2001, "zone is full").with_err_type(1));
        }
        Ok(json!({"moved": call.items("players").len()}))
    });
    gateway.start().await.unwrap()
}

#[tokio::test]
async fn answers_with_the_handler() {
    let gateway = start().await;
    assert_eq!(client(&gateway).call(&caller(), request()).await.unwrap(), MoveReply { moved: 2 });
    let full = Move { to: Place { zone: 9 }, ..request() };
    assert_eq!(answer(&gateway, full).await, json!({"ret": -2001, "msg": "zone is full", "err_type": 1}));
}

#[tokio::test]
async fn checks_against_the_declaration() {
    let gateway = start().await;
    let cases = [
        ("zone", json!(10), "`zone` must be 1 to 9, is 10"),
        ("kind", json!("one"), "`kind` must be the string \"batch\""),
        ("players", json!(["A", "B", "C"]), "`players` must have at most 2 items, has 3"),
        ("urgent", json!(1), "`urgent` expected true or false, found an integer"),
        ("appid", json!(100_703_379), "`appid` expected a string, found an integer"),
        ("to", json!({}), "`to` is not a field of this endpoint"),
    ];
    for (name, value, msg) in cases {
        let raw = Raw::of(&gateway, request()).edit(|body| body[name] = value);
        assert_eq!(raw.send(&gateway).await, refusal(-1011, msg));
    }
}

#[tokio::test]
async fn replaces_a_documented_endpoint() {
    let builder = Gateway::builder().clock(NOW);
    let gateway = builder.endpoint(Qqprofile::META, |_, _| Err(Refusal::access(-308, "busy"))).start().await.unwrap();
    assert_eq!(answer(&gateway, Qqprofile).await, refusal(-308, "busy"));
}

#[tokio::test]
async fn refuses_handlers_that_give_no_object() {
    let builder = Gateway::builder().clock(NOW);
    let gateway = builder.endpoint(Qqprofile::META, |_, _| Ok(json!([]))).start().await.unwrap();
    assert_eq!(answer(&gateway, Qqprofile).await, refusal(-307, "the handler of qqprofile gave no JSON object"));
}

/// Finds players, with everything in the query.
#[msdk_endpoint(path = "/game/find", method = GET, appid = int("app"), token = "openkey", fixed(v = 2))]
#[derive(Debug, Clone)]
struct Find {
    name: String,
    #[msdk(range = 1..=9)]
    zone: Option<u32>,
    #[msdk(repeat, items = ..=2)]
    levels: Vec<u32>,
    #[msdk(join = ",")]
    guilds: Vec<String>,
}

/// What the gateway made of the query.
#[msdk_reply]
#[derive(Debug, PartialEq)]
struct FindReply {
    seen: String,
}

#[tokio::test]
async fn reads_fields_from_the_query() {
    let gateway = Gateway::builder().clock(NOW).endpoint(Find::META, |_, call| {
        let mut fields = call.body().clone();
        fields.remove("openkey");
        Ok(json!({"seen": serde_json::Value::Object(fields).to_string()}))
    });
    let gateway = gateway.start().await.unwrap();
    let find = Find { name: "a b+你".into(), zone: Some(3), levels: vec![1, 2], guilds: vec!["x".into(), "y".into()] };
    let seen = client(&gateway).call(&caller(), find.clone()).await.unwrap().seen;
    let expected = format!(
        r#"{{"app":{},"guilds":"x,y","levels":[1,2],"name":"a b+你","openid":"{}","v":2,"zone":3}}"#,
        gateway.app_id(),
        caller().openid().as_str(),
    );
    assert_eq!(seen, expected);

    let spoiled = [
        (Raw::of(&gateway, find.clone()).set("zone", "x"), "`zone` expected an integer, found a string"),
        (Raw::of(&gateway, find.clone()).set("zone", "10"), "`zone` must be 1 to 9, is 10"),
        (Raw::of(&gateway, find.clone()).also("levels", "3"), "`levels` must have at most 2 items, has 3"),
        (Raw::of(&gateway, find.clone()).set("v", "3"), "`v` must be the integer 2"),
        (Raw::of(&gateway, find.clone()).without("name"), "`name` is missing"),
        (Raw::of(&gateway, find.clone()).also("extra", "1"), "`extra` is not a field of this endpoint"),
    ];
    for (raw, msg) in spoiled {
        assert_eq!(raw.send(&gateway).await, refusal(-1011, msg));
    }
    let twice = Raw::of(&gateway, find).also("name", "again").send(&gateway).await;
    assert_eq!(twice, refusal(-506, "`name` comes twice in the query"));
}
