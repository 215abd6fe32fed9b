//! What the vendor's document allows and forbids beyond what the client sends: each case with its section.

use std::net::Ipv4Addr;

use msdk_endpoints::qq::{
    auth::VerifyLogin,
    profile::{QqscoreBatch, ScoreReport, ScoreType},
    relation::{FriendScope, GetGroupopenid, GroupLookup, QqfriendsDetail, QqfriendsVip, Qqprofile, QqstrangeProfile},
    share::ShareQq,
};
use msdk_mock::{APP_ID, Gateway, demo};
use serde_json::{Value, json};

use crate::support::{Raw, refusal, start};

fn login(gateway: &Gateway) -> Raw {
    Raw::of(gateway, VerifyLogin { userip: Ipv4Addr::LOCALHOST.into() })
}

fn share(gateway: &Gateway) -> Raw {
    let share = ShareQq::new(demo::FRIEND, "title", "summary", "http://gamecenter.qq.com/", "http://a.b/c.png");
    Raw::of(gateway, ShareQq { userip: Some(Ipv4Addr::LOCALHOST.into()), ..share })
}

fn vips(gateway: &Gateway) -> Raw {
    Raw::of(gateway, QqfriendsVip::new([demo::FRIEND], Ipv4Addr::LOCALHOST.into()))
}

fn scores(gateway: &Gateway) -> Raw {
    Raw::of(gateway, QqscoreBatch { param: vec![ScoreReport::new(ScoreType::Level, 7)] })
}

fn group(gateway: &Gateway) -> Raw {
    Raw::of(gateway, GetGroupopenid { lookup: GroupLookup::by_guild(demo::UNION_ID, demo::ZONE_ID) })
}

/// Sets a field, or removes it where the value is null.
fn with(raw: Raw, name: &str, value: &Value) -> Raw {
    raw.edit(|body| match value {
        Value::Null => drop(body.as_object_mut().unwrap().remove(name)),
        value => body[name] = value.clone(),
    })
}

#[tokio::test]
async fn accepts_what_the_document_allows() {
    let gateway = start().await;
    let app_id: i64 = APP_ID.parse().unwrap();
    let target = format!(r#"[{{"openid":"{}","type":0}}]"#, demo::FRIEND);
    let friends = Raw::of(&gateway, QqfriendsDetail { flag: FriendScope::WithoutSelf });
    let strangers = Raw::of(&gateway, QqstrangeProfile { vcopenid: vec![demo::STRANGER.into()] });
    let entry = |fields: Value| json!([fields]);
    let cases: [(&str, Raw, &str, Value); 17] = [
        ("2.2.1.5, the sample has one token", share(&gateway), "openkey", json!(null)),
        ("2.2.1.5, the sample has no address", share(&gateway), "userip", json!(null)),
        ("2.2.1.2, default 0", share(&gateway), "act", json!(null)),
        ("2.2.1.2, default 0", share(&gateway), "src", json!(null)),
        ("2.2.1.2, or a JSON string", share(&gateway), "fopenids", json!(target)),
        ("2.3.1.5, the sample has an integer", Raw::of(&gateway, Qqprofile), "appid", json!(app_id)),
        ("2.3.3.5, the sample has an integer", strangers, "appid", json!(app_id)),
        ("2.3.2.2, others have no effect", friends, "flag", json!(3)),
        ("2.3.4.2, all of them without it", vips(&gateway), "flags", json!(null)),
        ("2.3.4.2, default openmobile", vips(&gateway), "pf", json!(null)),
        ("2.3.4.2, and so on", vips(&gateway), "pf", json!("openmobile_tv")),
        ("the vendor's own SDK", vips(&gateway), "userip", json!("")),
        ("2.3.4.2, an address", vips(&gateway), "userip", json!("::1")),
        ("2.3.4.2 of the groups, 0 or absent", group(&gateway), "opt", json!(null)),
        ("2.4.4.2, default 0", scores(&gateway), "param", entry(json!({"type": 1, "data": "7", "bcover": 1}))),
        ("2.4.4.2, not sent", scores(&gateway), "param", entry(json!({"type": 1, "data": "7"}))),
        ("2.4.4.2, another value", scores(&gateway), "param", entry(json!({"type": 1, "data": "7", "bcover": 7}))),
    ];
    for (section, raw, name, value) in cases {
        let answer = with(raw, name, &value).send(&gateway).await;
        assert_eq!(answer["ret"], 0, "{section}: {name} {value}: {answer}");
    }
    assert_eq!(gateway.with_world(|world| world.messages.len()), 5);
}

#[tokio::test]
async fn refuses_what_the_document_forbids() {
    let gateway = start().await;
    let two = json!([{"openid": demo::FRIEND, "type": 0}, {"openid": demo::OTHER_FRIEND, "type": 0}]).to_string();
    let no_address = refusal(-1011, "`userip` must be an IP address");
    let one = |fields: Value| json!([fields]);
    let entry = |fields: Value| with(scores(&gateway), "param", &json!([fields]));
    let cases: [(&str, Raw, Value); 17] = [
        ("2.1.1.2", with(login(&gateway), "userip", &json!("abc")), no_address.clone()),
        ("2.1.1.2", with(login(&gateway), "userip", &json!("")), no_address.clone()),
        ("2.1.1.2", with(login(&gateway), "userip", &json!("1.2.3.4:80")), no_address.clone()),
        ("2.1.1.2", with(login(&gateway), "userip", &json!(null)), refusal(-1011, "`userip` is missing")),
        ("2.2.1.2", with(share(&gateway), "userip", &json!("abc")), no_address.clone()),
        ("2.3.4.2", with(vips(&gateway), "userip", &json!("abc")), no_address),
        ("2.2.1.5", with(share(&gateway), "access_token", &json!(null)), refusal(-1011, "`access_token` is missing")),
        ("2.2.1.2", with(share(&gateway), "openkey", &json!("")), refusal(-1011, "`openkey` must not be empty")),
        (
            "2.2.1.2, one friend",
            with(share(&gateway), "fopenids", &json!(two)),
            refusal(-1011, "`fopenids` must have exactly 1 item, has 2"),
        ),
        (
            "2.2.1.2, JSON",
            with(share(&gateway), "fopenids", &json!(demo::FRIEND)),
            refusal(-1011, "`fopenids` is a string that is no JSON: trailing characters at line 1 column 3"),
        ),
        (
            "2.2.1.2, type is 0",
            with(share(&gateway), "fopenids", &one(json!({"openid": demo::FRIEND, "type": 1}))),
            refusal(-10000, "100001,fopenids[0].type must be 0"),
        ),
        (
            "2.3.4.2",
            with(vips(&gateway), "pf", &json!("android")),
            refusal(-1011, "`pf` must be openmobile, or openmobile_ and a system"),
        ),
        (
            "2.3.4.2 of the groups, 0 or 1",
            with(group(&gateway), "opt", &json!("2")),
            refusal(-1011, "`opt` must be one of \"0\", \"1\""),
        ),
        (
            "-4035",
            entry(json!({"type": 1})),
            refusal(-10000, "-4035,type and data must be there, and data must not be blank"),
        ),
        (
            "-4035",
            entry(json!({"data": "7"})),
            refusal(-10000, "-4035,type and data must be there, and data must not be blank"),
        ),
        (
            "-4037",
            entry(json!({"type": 1, "data": "7", "expires": "tomorrow"})),
            refusal(-10000, "-4037,expires must be seconds since 1970, or 0"),
        ),
        (
            "2.3.1.2, the openid of the query",
            with(Raw::of(&gateway, Qqprofile), "openid", &json!(demo::FRIEND)),
            refusal(-1011, "`openid` must equal the `openid` of the query"),
        ),
    ];
    for (section, raw, expected) in cases {
        assert_eq!(raw.send(&gateway).await, expected, "{section}");
    }
    assert_eq!(gateway.with_world(|world| (world.messages.len(), world.scores.len())), (0, 0));
}
