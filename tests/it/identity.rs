//! Who a call speaks for, in every form.

use msdk::{
    Client, Error, ErrorKind, OpenId, Secret, Session,
    declare::Endpoint,
    errors::Violation,
    msdk_endpoint, msdk_object,
    qq::{auth::VerifyLogin, profile::GetGift, relation::Qqprofile},
};

use crate::support::{OPENID, Script, TOKEN, session, settings};

fn client() -> Client {
    settings("http://127.0.0.1:1").build().unwrap()
}

fn body(endpoint: impl Endpoint) -> String {
    let request = client().prepare(&session(), endpoint).unwrap();
    String::from_utf8(request.body().to_vec()).unwrap()
}

fn violations(error: &Error) -> Vec<String> {
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(!error.may_have_acted());
    error.violations().iter().map(Violation::to_string).collect()
}

/// The whole documented body of verify_login.
#[msdk_endpoint(path = "/auth/verify_login/", method = POST, reply = ())]
#[derive(Clone)]
struct SpelledOut {
    appid: i64,
    openid: String,
    openkey: Secret,
    userip: &'static str,
}

/// Some of the identity, in other JSON types, and one part that may be left to the session.
#[msdk_endpoint(path = "/game/partly/", method = POST, reply = ())]
struct Partly<'a> {
    oauth_consumer_key: u64,
    #[msdk(name = "access_token")]
    token: Option<&'a str>,
}

#[msdk_endpoint(path = "/game/bare/", method = POST, reply = (), appid = none, openid = none, token = none,
    fixed(kind = "x", version = -2))]
struct Bare;

#[test]
fn a_spelled_out_body_is_sent_as_it_is() {
    let whole =
        SpelledOut { appid: 100_703_379, openid: OPENID.into(), openkey: TOKEN.into(), userip: "192.168.5.114" };
    let expected = format!(r#"{{"appid":100703379,"openid":"{OPENID}","openkey":"{TOKEN}","userip":"192.168.5.114"}}"#);
    assert_eq!(body(&whole), expected);
    let by_words = VerifyLogin { userip: std::net::Ipv4Addr::new(192, 168, 5, 114).into() };
    assert_eq!(body(by_words), expected);
}

#[test]
fn a_spelled_out_identity_agrees_with_the_session() {
    let other = SpelledOut { appid: 1, openid: "x".into(), openkey: "y".into(), userip: "" };
    let error = client().prepare(&session(), other).unwrap_err();
    assert_eq!(
        violations(&error),
        [
            "`appid` must be the client's app id",
            "`openid` must be the session's openid",
            "`openkey` must be the session's access token",
        ]
    );
}

/// The whole documented body of get_gift, which has no token.
#[msdk_endpoint(path = "/profile/get_gift/", method = POST, reply = ())]
struct NoToken {
    appid: String,
    openid: String,
}

/// Parts that the attribute leaves out or renames, and that the struct sends under the documented names all the same.
#[msdk_endpoint(path = "/game/both/", method = POST, reply = (), appid = none, openid = "guestid", token = "openkey")]
struct Both {
    appid: u64,
    openid: &'static str,
    #[msdk(name = "access_token")]
    token: Secret,
}

#[test]
fn a_documented_name_is_the_identity_whatever_the_attribute_says() {
    let both = |appid, openid, token: &str| Both { appid, openid, token: token.into() };
    let right = format!(
        r#"{{"guestid":"{OPENID}","openkey":"{TOKEN}","appid":100703379,"openid":"{OPENID}","access_token":"{TOKEN}"}}"#
    );
    assert_eq!(body(both(100_703_379, OPENID, TOKEN)), right);
    let error = client().prepare(&session(), both(1, "x", "y")).unwrap_err();
    assert_eq!(
        violations(&error),
        [
            "`appid` must be the client's app id",
            "`openid` must be the session's openid",
            "`access_token` must be the session's access token",
        ]
    );
}

#[test]
fn nothing_is_added_to_a_body_that_has_app_id_and_openid() {
    let whole = NoToken { appid: "100703379".into(), openid: OPENID.into() };
    assert_eq!(body(whole), body(GetGift));
}

#[msdk_object]
struct Inner {
    appid: u8,
    a: u8,
}

#[msdk_endpoint(path = "/game/flattened/", method = POST, reply = ())]
struct Flattened {
    a: u8,
    #[msdk(flatten)]
    inner: Inner,
}

#[test]
fn no_key_is_sent_twice() {
    let error = client().prepare(&session(), Flattened { a: 1, inner: Inner { appid: 2, a: 3 } }).unwrap_err();
    let rule = "is written twice; a flattened object has it too";
    assert_eq!(violations(&error), [format!("`appid` {rule}"), format!("`a` {rule}")]);
}

#[test]
fn each_part_is_taken_over_alone() {
    let filled = r#"{"openid":"A3284A812ECA15269F85AE1C2D94EB37","oauth_consumer_key":100703379,"access_token":"933FE8C9AB9C585D7EABD04373B7155F"}"#;
    assert_eq!(body(Partly { oauth_consumer_key: 100_703_379, token: None }), filled);
    assert_eq!(body(Partly { oauth_consumer_key: 100_703_379, token: Some(TOKEN) }), filled);
    assert_eq!(body(Bare), r#"{"kind":"x","version":-2}"#);
}

#[test]
fn a_guest_is_marked_in_query_and_body() {
    for guest in [Session::guest("ABCDEF", TOKEN), Session::guest("G_ABCDEF", TOKEN)] {
        let request = client().prepare(&guest, Qqprofile).unwrap();
        assert!(request.uri().query().unwrap().contains("&appid=G_100703379&"));
        assert!(request.uri().query().unwrap().contains("&openid=G_ABCDEF&"));
        let body = format!(r#"{{"appid":"G_100703379","openid":"G_ABCDEF","accessToken":"{TOKEN}"}}"#);
        assert_eq!(request.body(), body.as_bytes());
    }
}

#[test]
fn an_app_id_is_an_int_where_the_endpoint_wants_one() {
    let rule = "`appid` is an int here, so the app id must be a decimal number and no guest's";
    let login = VerifyLogin { userip: std::net::Ipv4Addr::LOCALHOST.into() };
    let error = client().prepare(&Session::guest("ABCDEF", TOKEN), &login).unwrap_err();
    assert_eq!(violations(&error), [rule]);

    let named = settings("http://127.0.0.1:1").app_id("wx_abc").build().unwrap();
    let error = named.prepare(&session(), &login).unwrap_err();
    assert_eq!(violations(&error), [rule]);
    assert_eq!(error.to_string(), format!("verify_login: invalid request, nothing was sent: {rule}"));
    assert!(named.prepare(&session(), GetGift).is_ok());
}

#[test]
fn a_session_is_checked_before_anything_is_sent() {
    let broken = Session::new("", "").with_ext_info("a-b").with_opua("x\r\ny");
    let error = client().prepare(&broken, GetGift).unwrap_err();
    assert_eq!(
        violations(&error),
        [
            "`openid` must not be empty",
            "`access token` must not be empty",
            "`msdkExtInfo` must be ASCII letters, digits and underscores",
            "`opua` must not have control characters",
        ]
    );
    for openid in ["a\nb", "\0", "G_"] {
        assert!(client().prepare(&Session::without_token(openid), GetGift).is_err(), "{openid:?}");
    }
    for (token, rule) in [
        ("canary\n".to_owned(), "must not have control characters, such as a line break"),
        ("canary\r\nX: y".to_owned(), "must not have control characters, such as a line break"),
        ("canary".repeat(1_000_000 / 6), "must have at most 4096 bytes, has 999996"),
        ("c".repeat(4097), "must have at most 4096 bytes, has 4097"),
    ] {
        let error = client().prepare(&Session::new(OPENID, token), Qqprofile).unwrap_err();
        assert_eq!(violations(&error), [format!("`access token` {rule}")]);
        assert_eq!(error.turn(), msdk::Turn::Player);
        assert!(!format!("{error} {error:?}").contains("canary"));
    }
    let used = session();
    assert!(client().prepare(&used, GetGift).is_ok());
    for changed in [used.clone().with_ext_info("a-b"), used.clone().with_opua("x\ny")] {
        assert!(client().prepare(&changed, GetGift).is_err(), "it is not the session that was found well");
    }
    let endless = session().with_ext_info("x".repeat(4097)).with_opua("x".repeat(4097));
    let error = client().prepare(&endless, GetGift).unwrap_err();
    let rule = "must have at most 4096 bytes, has 4097";
    assert_eq!(violations(&error), [format!("`msdkExtInfo` {rule}"), format!("`opua` {rule}")]);
    for length in [1, 1000, 4096] {
        assert!(client().prepare(&Session::new(OPENID, "c".repeat(length)), Qqprofile).is_ok());
    }
    let error = client().prepare(&Session::without_token("x".repeat(100_000)), GetGift).unwrap_err();
    assert_eq!(
        (error.endpoint(), violations(&error)),
        (Some("get_gift"), vec!["`query` is too long for a URL".to_owned()])
    );
    let error = client().prepare(&Session::without_token(OPENID), Qqprofile).unwrap_err();
    assert_eq!(violations(&error), ["`accessToken` is the session's access token, and there is none"]);
}

/// Openids in each place where a request can have one.
#[msdk_endpoint(path = "/game/whom/", method = POST, reply = (), appid = none, token = none)]
struct Whom {
    openid: OpenId,
    list: Vec<OpenId>,
    #[msdk(join = "|")]
    joined: Vec<OpenId>,
}

#[tokio::test]
async fn an_openid_is_written_whatever_is_in_it() {
    let long = "A3284A81".repeat(6);
    for (openid, written) in [
        (OPENID, OPENID),
        (&*long, &*long),
        ("G_A3284A81", "G_A3284A81"),
        ("\"", r#"\""#),
        (r#"A3284A8"1"#, r#"A3284A8\"1"#),
        (r"A3284A812ECA15269F85AE1C2D94EB3\", r"A3284A812ECA15269F85AE1C2D94EB3\\"),
        (&format!(r#"{long}"}}"#), &format!(r#"{long}\"}}"#)),
        ("a b/c,d", "a b/c,d"),
        ("张三\u{2028}", "张三\u{2028}"),
    ] {
        let script = Script::bodies([r#"{"ret":0}"#]).await;
        let client = settings(&script.base_url).build().unwrap();
        let openids = vec![openid.into(), OPENID.into()];
        let request = Whom { openid: openid.into(), list: openids.clone(), joined: openids };
        client.call(&Session::without_token(openid), request).await.unwrap();
        let expected =
            format!(r#"{{"openid":"{written}","list":["{written}","{OPENID}"],"joined":"{written}|{OPENID}"}}"#);
        let request = script.requests().remove(0);
        assert_eq!(request.split_once("\r\n\r\n").unwrap().1, expected);
    }
    for (openid, problem) in [("", "must not be empty"), ("A\u{7f}", "must not have control characters")] {
        let request = Whom { openid: OPENID.into(), list: vec![openid.into()], joined: Vec::new() };
        let error = client().prepare(&session(), request).unwrap_err();
        assert_eq!(violations(&error), [format!("`list[0]` {problem}")]);
    }
}
