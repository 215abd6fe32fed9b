//! What is refused for its body, or for the player it speaks for.

use std::net::Ipv4Addr;

use msdk::Session;
use msdk_endpoints::qq::{
    auth::VerifyLogin,
    profile::{GetGift, QqscoreBatch, ScoreReport, ScoreType},
    relation::{QqfriendsVip, Qqprofile},
    share::ShareQq,
};
use msdk_mock::{TokenState, demo};
use serde_json::{Value, json};

use crate::support::{Raw, answer, refusal, start};

fn share() -> ShareQq {
    ShareQq::new(demo::FRIEND, "title", "summary", "http://gamecenter.qq.com/", "http://mat1.gtimg.com/a.png")
}

#[tokio::test]
async fn refuses_empty_bodies_with_501() {
    let gateway = start().await;
    let raw = Raw { body: Vec::new(), ..Raw::of(&gateway, Qqprofile) };
    assert_eq!(raw.send(&gateway).await, refusal(-501, "the body is empty"));
}

#[tokio::test]
async fn refuses_what_is_no_json_object_with_304() {
    let gateway = start().await;
    let cases = [
        ("{\"appid\":", "the body is not valid JSON: EOF while parsing a value at line 1 column 9"),
        ("[1, \"a\", null, true, 0.5, -1]", "the body is JSON, but not an object"),
        ("{\"a\":[{\"b\":1,\"b\":2}]}", "the body is not valid JSON: key `b` comes twice at line 1 column 19"),
    ];
    for (body, msg) in cases {
        let raw = Raw { body: body.into(), ..Raw::of(&gateway, Qqprofile) };
        assert_eq!(raw.send(&gateway).await, refusal(-304, msg));
    }
}

#[tokio::test]
async fn refuses_identities_with_1011() {
    let gateway = start().await;
    let cases: [(&str, Value, &str); 7] = [
        ("appid", json!("100703379"), "`appid` expected an integer, found a string"),
        ("appid", json!(1), "`appid` must equal the `appid` of the query"),
        ("openid", json!(demo::FRIEND), "`openid` must equal the `openid` of the query"),
        ("openid", json!(""), "`openid` must not be empty"),
        ("openkey", json!(""), "`openkey` must not be empty"),
        ("userip", json!(5), "`userip` expected a string, found an integer"),
        ("accessToken", json!("x"), "`accessToken` is not a field of this endpoint"),
    ];
    let valid = Raw::of(&gateway, VerifyLogin { userip: Ipv4Addr::LOCALHOST.into() });
    for (name, value, msg) in cases {
        let raw = valid.clone().edit(|body| body[name] = value);
        assert_eq!(raw.send(&gateway).await, refusal(-1011, msg));
    }
}

#[tokio::test]
async fn refuses_fields_with_1011() {
    let gateway = start().await;
    let cases: [(&str, Value, &str); 11] = [
        ("title", json!("十五个字十五个字十五个字十五个字"), "`title` must have at most 45 bytes of UTF-8, has 48"),
        ("act", json!(2), "`act` must be 0 or 1, is 2"),
        ("act", json!(u64::MAX), "`act` must be 0 or 1, is 18446744073709551615"),
        ("act", json!(0.5), "`act` expected an integer, found a floating-point number"),
        ("dst", json!(1002), "`dst` must be the integer 1001"),
        ("dst", json!("1001"), "`dst` must be the integer 1001"),
        ("fopenids", json!("[]"), "`fopenids` must have exactly 1 item, has 0"),
        ("fopenids", json!([]), "`fopenids` must have exactly 1 item, has 0"),
        ("fopenids", json!([{"openid": "A", "type": "0"}]), "`fopenids[0].type` expected an integer, found a string"),
        ("fopenids", json!([{"openid": "A"}]), "`fopenids[0].type` is missing"),
        ("previewText", json!(null), "`previewText` expected a string, found null"),
    ];
    for (name, value, msg) in cases {
        let raw = Raw::of(&gateway, share()).edit(|body| body[name] = value);
        assert_eq!(raw.send(&gateway).await, refusal(-1011, msg));
    }
    let too_much = Raw::of(&gateway, share()).edit(|body| body["fopenids"][0]["name"] = json!("A"));
    let msg = "`fopenids[0].name` is not a field of this endpoint";
    assert_eq!(too_much.send(&gateway).await, refusal(-1011, msg));
}

#[tokio::test]
async fn names_the_place_in_lists() {
    let gateway = start().await;
    let scores = [ScoreReport::new(ScoreType::Platform, 1), ScoreReport::new(ScoreType::Level, 7)];
    let valid = Raw::of(&gateway, QqscoreBatch { param: scores.into() });
    let empty = valid.clone().edit(|body| body["param"][1]["data"] = json!(""));
    let msg = "`param[1].data` must have at least 1 byte of UTF-8, has 0";
    assert_eq!(empty.send(&gateway).await, refusal(-1011, msg));
    let int = valid.edit(|body| body["param"][1]["data"] = json!(7));
    assert_eq!(int.send(&gateway).await, refusal(-1011, "`param[1].data` expected a string, found an integer"));

    let valid = Raw::of(&gateway, QqfriendsVip::new([demo::FRIEND], Ipv4Addr::LOCALHOST.into()));
    let none = valid.clone().edit(|body| body["flags"] = json!(""));
    assert_eq!(none.send(&gateway).await, refusal(-1011, "`flags` must have at least 1 item, has 0"));
    let int = valid.edit(|body| body["fopenids"] = json!([demo::FRIEND, 1]));
    assert_eq!(int.send(&gateway).await, refusal(-1011, "`fopenids[1]` expected a string, found an integer"));
}

#[tokio::test]
async fn refuses_tokens_as_the_platform_does() {
    let gateway = start().await;
    let wrong = Raw::by(&gateway, &Session::new(demo::CALLER, "guessed"), Qqprofile);
    let msg = "100013,accessToken is not the token of this player";
    assert_eq!(wrong.send(&gateway).await, refusal(-10000, msg));
    let one_of_two = Raw::of(&gateway, share()).edit(|body| body["openkey"] = json!("guessed"));
    let msg = "100013,openkey is not the token of this player";
    assert_eq!(one_of_two.send(&gateway).await, refusal(-10000, msg));

    let states = [
        (TokenState::Expired, "100014,accessToken is expired"),
        (TokenState::Revoked, "100015,accessToken is revoked"),
        (TokenState::PasswordChanged, "-73,the user changed the password"),
    ];
    for (state, msg) in states {
        gateway.with_world(|world| world.players.get_mut(demo::CALLER).unwrap().token_state = state);
        assert_eq!(answer(&gateway, Qqprofile).await, refusal(-10000, msg));
    }
}

#[tokio::test]
async fn refuses_unknown_players() {
    let gateway = start().await;
    let nobody = Session::new("00000000000000000000000000000000", "token");
    let msg = "-22,openid is invalid: no player of the gateway's world has it (World::with_player adds one)";
    for raw in [Raw::by(&gateway, &nobody, Qqprofile), Raw::by(&gateway, &nobody, GetGift)] {
        assert_eq!(raw.send(&gateway).await, refusal(-10000, msg));
    }
}
