//! A gateway that is more lenient than usual, or stricter, or has several games.

use msdk::{Client, Session};
use msdk_endpoints::qq::{
    profile::{GetGift, GetWifi},
    relation::Qqprofile,
};
use msdk_mock::{Gateway, demo};
use serde_json::{Value, json};

use crate::support::{NOW, Raw, answer, refusal, start};

/// The answer of a strict gateway, the answer of a lenient one, and what that one notes.
async fn both(spoil: impl Fn(Raw) -> Raw) -> (Value, Value, Vec<String>) {
    let gateway = start().await;
    let strict = spoil(Raw::of(&gateway, Qqprofile)).send(&gateway).await;
    gateway.set_lenient(true);
    let lenient = spoil(Raw::of(&gateway, Qqprofile)).send(&gateway).await;
    (strict, lenient, gateway.received().pop().unwrap().verdict.unwrap().passed_over)
}

#[tokio::test]
async fn what_the_platform_passes_over_is_passed_over_and_noted() {
    type Spoil = fn(Raw) -> Raw;
    let cases: [(Spoil, i64, &str); 6] = [
        (|raw| raw.edit(|body| body["zone"] = json!(1)), -1011, "`zone` is not a field of this endpoint"),
        (|raw| raw.also("version", "2"), -506, "`version` is not a parameter of qqprofile"),
        (|raw| raw.also("conn", "1").also("conn", "1"), -506, "`conn` comes twice in the query"),
        (
            |raw| Raw { path: "/relation/qqprofile".into(), ..raw },
            -505,
            "no endpoint at /relation/qqprofile; did you mean /relation/qqprofile/?",
        ),
        (|raw| raw.twice("openid"), -304, "the body is not valid JSON: key `openid` comes twice"),
        (|raw| raw.by_number("accessToken"), -1011, "`accessToken` expected a string, found an integer"),
    ];
    for (spoil, ret, text) in cases {
        let (strict, lenient, noted) = both(spoil).await;
        assert_eq!(strict["ret"], ret, "{strict}");
        assert!(strict["msg"].as_str().unwrap().starts_with(text), "{strict}");
        assert!(noted.iter().any(|note| note.starts_with(text)), "{noted:?}");
        if ret != -1011 || text.starts_with("`zone`") {
            assert_eq!(lenient["nickName"], "憨特", "{lenient}");
        } else {
            assert_eq!(lenient["msg"], "100013,accessToken is not the token of this player");
        }
    }
}

#[tokio::test]
async fn a_lenient_gateway_still_refuses_what_the_platform_refuses() {
    let gateway = Gateway::builder().clock(NOW).lenient(true).start().await.unwrap();
    let wrong = Raw::of(&gateway, Qqprofile).set("sig", "0123456789abcdef0123456789abcdef").send(&gateway).await;
    assert_eq!(wrong["ret"], -502);
    let missing = Raw::of(&gateway, Qqprofile).edit(|body| drop(body.as_object_mut().unwrap().remove("openid")));
    assert_eq!(missing.send(&gateway).await, refusal(-1011, "`openid` is missing"));
    assert_eq!(answer(&gateway, Qqprofile).await["ret"], 0);
    assert_eq!(gateway.received().pop().unwrap().verdict.unwrap().passed_over, [""; 0]);
}

#[tokio::test]
async fn players_can_be_held_to_one_call_a_second() {
    let gateway = Gateway::builder().clock(NOW).one_call_a_second(true).start().await.unwrap();
    assert_eq!(answer(&gateway, Qqprofile).await["ret"], 0);
    let text = "the player called qqprofile less than a second ago";
    assert_eq!(answer(&gateway, Qqprofile).await, refusal(-503, text));
    assert_eq!(answer(&gateway, GetWifi).await["ret"], 0);
    gateway.set_clock_offset(1);
    assert_eq!(answer(&gateway, Qqprofile).await["ret"], 0);
    gateway.set_one_call_a_second(false);
    assert_eq!(answer(&gateway, Qqprofile).await["ret"], 0);
}

#[tokio::test]
async fn several_games_share_a_world() {
    let builder = Gateway::builder().another_app(7, "other-key").another_wechat("wx7", "other-wechat-key");
    let gateway = builder.clock(NOW).start().await.unwrap();
    let settings = |id: &str, key: &str| {
        let settings = Client::builder().app_id(id).app_key(key).clock(NOW).base_url(gateway.base_url());
        settings.build().unwrap()
    };
    let caller = Session::new(demo::CALLER, demo::CALLER_TOKEN);
    assert_eq!(settings("7", "other-key").call(&caller, GetGift).await.unwrap().gift_pack_list.len(), 1);
    let left = settings(gateway.app_id(), gateway.app_key()).call(&caller, GetGift).await.unwrap();
    assert_eq!(left.gift_pack_list.len(), 0);
    let crossed = settings("7", gateway.app_key()).call(&caller, GetGift).await.unwrap_err();
    assert_eq!(crossed.ret(), Some(-502));
    let of_wechat = settings("wx7", "other-wechat-key").call(&caller, GetGift).await.unwrap_err();
    assert_eq!(of_wechat.ret(), Some(-504), "{of_wechat}");
}

#[tokio::test]
async fn other_things_are_served_beside_the_endpoints() {
    let service = |request: http::Request<bytes::Bytes>| async move {
        let text = format!("{} {}", request.uri().path(), request.body().len());
        http::Response::new(http_body_util::Full::new(bytes::Bytes::from(text)))
    };
    let gateway = Gateway::builder().clock(NOW).beside(|path| path.starts_with("/_/"), service).start().await.unwrap();
    let raw = Raw { path: "/_/x".into(), ..Raw::of(&gateway, Qqprofile) };
    let length = raw.body.len();
    assert_eq!(raw.exchange(&gateway).await.1, format!("/_/x {length}"));
    assert_eq!((answer(&gateway, Qqprofile).await["ret"].clone(), gateway.received_count()), (json!(0), 1));
}

#[tokio::test]
async fn calls_under_way_come_to_their_end_when_it_is_shut_down() {
    let gateway = start().await;
    let fault = msdk_mock::Fault::Latency { ms: 100, jitter_ms: 0 };
    gateway.add_fault(msdk_mock::FaultRule::new(fault)).unwrap();
    let raw = Raw::of(&gateway, Qqprofile);
    let address = gateway.base_url().strip_prefix("http://").unwrap().to_owned();
    let call = tokio::spawn(async move { raw.exchange_at(&address).await });
    while gateway.received_count() == 0 {
        tokio::task::yield_now().await;
    }
    let base_url = gateway.base_url().to_owned();
    // A call that hangs is not waited for.
    gateway.add_fault(msdk_mock::FaultRule::new(msdk_mock::Fault::Hang)).unwrap();
    let mut hanging = tokio::net::TcpStream::connect(base_url.strip_prefix("http://").unwrap()).await.unwrap();
    tokio::io::AsyncWriteExt::write_all(&mut hanging, &Raw::of(&gateway, Qqprofile).bytes()).await.unwrap();
    while gateway.received_count() < 2 {
        tokio::task::yield_now().await;
    }
    gateway.shut_down().await;
    assert!(call.await.unwrap().1.contains("憨特"));
    assert!(tokio::net::TcpStream::connect(base_url.strip_prefix("http://").unwrap()).await.is_err());
}
