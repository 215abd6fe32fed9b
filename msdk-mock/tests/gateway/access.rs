//! What is refused before a body is looked at.

use msdk::{Session, protocol::MsdkSigner};
use msdk_endpoints::qq::relation::{GetGroupinfo, Qqprofile};
use msdk_mock::{APP_KEY, Gateway, demo};
use serde_json::json;

use crate::support::{NOW, Raw, caller, client, refusal, start};

/// Sends each spoiled request and compares the whole answer.
async fn expect<const N: usize>(gateway: &Gateway, ret: i64, cases: [(Raw, &str); N]) {
    for (raw, msg) in cases {
        assert_eq!(raw.send(gateway).await, refusal(ret, msg));
    }
}

fn signed(raw: Raw, timestamp: &str) -> Raw {
    let sig = MsdkSigner::new(APP_KEY).signature(timestamp);
    raw.set("timestamp", timestamp).set("sig", sig.expose())
}

#[tokio::test]
async fn refuses_paths_and_methods_with_505() {
    let gateway = start().await;
    let valid = Raw::of(&gateway, Qqprofile);
    let at = |path: &str| Raw { path: path.into(), ..valid.clone() };
    let with = |method| Raw { method, ..valid.clone() };
    expect(
        &gateway,
        -505,
        [
            (at("/relation/qqprofile"), "no endpoint at /relation/qqprofile; did you mean /relation/qqprofile/?"),
            (
                at("/relation/get_group_detail/"),
                "no endpoint at /relation/get_group_detail/; did you mean /relation/get_group_detail?",
            ),
            (at("/auth/share/qq/"), "no endpoint at /auth/share/qq/; did you mean /share/qq/?"),
            (at("/relation/get_gift/"), "no endpoint at /relation/get_gift/; did you mean /profile/get_gift/?"),
            (at("/elsewhere/"), "no endpoint at /elsewhere/"),
            (with(http::Method::GET), "/relation/qqprofile/ is called with POST, not with GET"),
        ],
    )
    .await;
}

#[tokio::test]
async fn refuses_queries_with_506() {
    let gateway = start().await;
    let valid = || Raw::of(&gateway, Qqprofile);
    expect(
        &gateway,
        -506,
        [
            (valid().without("timestamp"), "`timestamp` is missing from the query"),
            (valid().without("appid"), "`appid` is missing from the query"),
            (valid().without("sig"), "`sig` is missing from the query"),
            (valid().without("openid"), "`openid` is missing from the query"),
            (valid().without("encode"), "`encode` is missing from the query"),
            (valid().set("openid", ""), "`openid` is empty"),
            (valid().set("encode", "2"), "`encode` must be 1"),
            (valid().set("conn", "0"), "`conn` must be 1"),
            (valid().also("encode", "1"), "`encode` comes twice in the query"),
            (valid().set("debug", "1"), "`debug` is not a parameter of qqprofile"),
            (valid().set("opua", "AndroidSDK"), "`opua` is not a parameter of qqprofile"),
            (valid().set("openid", "A%2"), "`openid` is not valid percent-encoding"),
            (valid().set("openid", "%+1"), "`openid` is not valid percent-encoding"),
            (valid().set("openid", "%FF"), "`openid` is not valid percent-encoding"),
            (valid().set("msdkExtInfo", "a+b"), "`msdkExtInfo` must be ASCII letters, digits and underscores"),
            (valid().set("timestamp", "+1425513600"), "`timestamp` must be seconds since 1970 in decimal digits"),
        ],
    )
    .await;
}

#[tokio::test]
async fn refuses_unknown_apps_and_half_guests_with_504() {
    let gateway = start().await;
    let valid = || Raw::of(&gateway, Qqprofile);
    expect(
        &gateway,
        -504,
        [
            (valid().set("appid", "1"), "`appid` is not an app of this gateway"),
            (valid().set("appid", "G_100703379"), "`appid` is a guest's (G_), and `openid` is not"),
            (valid().set("openid", "G_1"), "`openid` is a guest's (G_), and `appid` is not"),
        ],
    )
    .await;
}

#[tokio::test]
async fn refuses_guests_with_901() {
    let gateway = start().await;
    let guest = Session::guest("0123456789ABCDEF", "token");
    let raw = Raw::by(&gateway, &guest, Qqprofile);
    assert_eq!(raw.send(&gateway).await, refusal(-901, "guests may not call this endpoint"));
}

#[tokio::test]
async fn refuses_signatures_with_502() {
    let gateway = start().await;
    let valid = Raw::of(&gateway, Qqprofile);
    let plus = MsdkSigner::new(format!("{APP_KEY}+")).signature(&NOW.as_secs().to_string());
    let upper = MsdkSigner::new(APP_KEY).signature(&NOW.as_secs().to_string()).expose().to_ascii_uppercase();
    expect(
        &gateway,
        -502,
        [
            (valid.clone().set("sig", plus.expose()), "`sig` is not the MD5 of the app key followed by `timestamp`"),
            (
                valid.clone().set("timestamp", "1425513601"),
                "`sig` is not the MD5 of the app key followed by `timestamp`",
            ),
            (valid.clone().set("sig", &upper), "`sig` must be 32 lower-case hexadecimal digits"),
            (valid.clone().set("sig", "a40e"), "`sig` must be 32 lower-case hexadecimal digits"),
        ],
    )
    .await;
}

#[tokio::test]
async fn refuses_times_that_are_ten_minutes_off() {
    let gateway = start().await;
    let at = |seconds: i64| signed(Raw::of(&gateway, Qqprofile), &seconds.to_string());
    expect(
        &gateway,
        -10000,
        [
            (at(NOW.as_secs() + 601), "-25,timestamp is 601 seconds off the gateway's clock, more than 600"),
            (at(NOW.as_secs() - 601), "-25,timestamp is 601 seconds off the gateway's clock, more than 600"),
        ],
    )
    .await;
    for seconds in [NOW.as_secs() + 600, NOW.as_secs() - 600] {
        assert_eq!(at(seconds).send(&gateway).await["ret"], json!(0));
    }
}

#[tokio::test]
async fn echoes_ext_info_in_success_and_failure() {
    let gateway = start().await;
    let raw = || Raw::of(&gateway, Qqprofile).set("msdkExtInfo", "call_7");
    assert_eq!(raw().send(&gateway).await["msdkExtInfo"], json!("call_7"));
    let refused = json!({"ret": -506, "msg": "`encode` must be 1", "msdkExtInfo": "call_7"});
    assert_eq!(raw().set("encode", "0").send(&gateway).await, refused);
    let nowhere = Raw { path: "/".into(), ..raw() };
    let refused = json!({"ret": -505, "msg": "no endpoint at /", "msdkExtInfo": "call_7"});
    assert_eq!(nowhere.send(&gateway).await, refused);
}

#[tokio::test]
async fn echoes_nothing_where_it_is_told_not_to() {
    let gateway = Gateway::builder().clock(NOW).echo_ext_info(false).start().await.unwrap();
    let raw = || Raw::of(&gateway, Qqprofile).set("msdkExtInfo", "call_7");
    for answer in [raw().send(&gateway).await, raw().set("encode", "0").send(&gateway).await] {
        assert_eq!(answer.get("msdkExtInfo"), None);
    }
    let invalid = raw().set("msdkExtInfo", "call-7").send(&gateway).await;
    assert_eq!(invalid, refusal(-506, "`msdkExtInfo` must be ASCII letters, digits and underscores"));
}

#[tokio::test]
async fn takes_opua_where_it_is_documented() {
    let gateway = start().await;
    let session = caller().with_opua("AndroidSDK_17_maguro_4.2.2+").with_ext_info("x");
    let request = GetGroupinfo { group_openid: demo::GROUP_OPENID.into() };
    let answer = client(&gateway).call(&session, request).answer().await.unwrap();
    assert_eq!(answer.ext_info.as_deref(), Some("x"));
    let received = gateway.received();
    let opua = received[0].query.iter().find(|(name, _)| name == "opua");
    assert_eq!(opua.unwrap().1, "AndroidSDK_17_maguro_4.2.2+");
}
