//! Tests of game servers, as their authors write them: what they expect to be called, and what they have answered.

use std::{fmt, net::IpAddr, sync::Arc, time::Duration};

use msdk::{
    Client, ErrorKind, OpenId, Session, UnixTime,
    declare::{Decode, Endpoint},
    qq::{auth::*, profile::*, relation::*, share::*},
    transport::{Attempt, Transport as _},
    wechat::{
        profile::{WxBattle, WxSystem, WxbattleReport, WxgetVip, Wxscore},
        relation::*,
        share::*,
    },
};
use msdk_mock::{Fault, FaultRule, Gateway, InProcess, Refusal};
use serde::{Serialize, de::DeserializeOwned};

use crate::support::{OPENID, TOKEN};

fn start() -> (InProcess, Client) {
    let gateway = Gateway::builder().in_process();
    let client = gateway.client_builder().build().unwrap();
    (gateway, client)
}

fn session() -> Session {
    Session::new(OPENID, TOKEN)
}

fn session_for<E: Endpoint>() -> Session {
    match E::META.platform {
        Some(msdk::Platform::WeChat) => Session::wechat("oGRTijlTHnyvS3bXHbdGB8hSPZ-_", TOKEN),
        _ => session(),
    }
}

/// Sends a request, and sees it arrive as it was.
async fn arrives<E>(request: E)
where
    E: Endpoint + DeserializeOwned + PartialEq + fmt::Debug + Clone + Send + Sync + 'static,
{
    let (gateway, client) = start();
    let expected = request.clone();
    gateway.on::<E>().when(move |seen| *seen == expected).refuse(-73).times(1);
    let refused = client.call(&session_for::<E>(), request.clone()).await.err().unwrap();
    assert_eq!((refused.kind(), refused.ret()), (ErrorKind::Refused, Some(-73)), "{refused}");
    assert_eq!(gateway.requests::<E>(), [request]);
}

#[tokio::test]
async fn requests_arrive_in_their_types() {
    let ip = IpAddr::from([127, 0, 0, 1]);
    arrives(VerifyLogin { userip: ip }).await;
    arrives(Qqprofile).await;
    arrives(QqfriendsDetail { flag: FriendScope::WithSelf }).await;
    arrives(QqstrangeProfile { vcopenid: vec![OpenId::from("A"), OpenId::from("B")] }).await;
    arrives(QqfriendsVip::new(["A", "B"], ip)).await;
    arrives(ShareQq::new("A", "t", "s", "http://a/", "http://a/b.png")).await;
    arrives(GetGroupDetail { lookup: GroupLookup::by_guild("1", "0") }).await;
    arrives(GetGroupKey { group_openid: "G".into() }).await;
    arrives(GetVipRichInfo).await;
    arrives(LoadVip { vip: VipMask::BLUE | VipMask::RED }).await;
    arrives(QueryVip { vip: MembershipMask::QQ_LEVEL }).await;
    arrives(GetGift).await;
    let mut score = ScoreReport::new(ScoreType::Level, 7);
    score.expires = Expiry::At(UnixTime::from_secs(1_500_000_000));
    arrives(QqscoreBatch::new(PlayerSystem::Ios, [score])).await;
    arrives(WxfriendsProfile).await;
    arrives(WxgetVip::new()).await;
    arrives(Wxscore { score: "1".into(), expires: Expiry::At(UnixTime::from_secs(5)) }).await;
    arrives(WxbattleReport { json: WxBattle::new(WxSystem::Android).with_fact("rank", 3).into() }).await;
    arrives(ShareWx::new("o", "t", "d")).await;
    arrives(GetGroupDetail { lookup: GroupLookup::by_group_code("7") }).await;
    let (unionid, zoneid, group_code) = ("1".to_owned(), "0".to_owned(), "7".to_owned());
    let fields = GroupLookup::Fields { opt: LookupOption::GroupCode, unionid, zoneid, group_code };
    arrives(GetGroupDetail { lookup: fields }).await;
    let message = WxMessage::Image { type_info: WxImage { picurl: "http://a/".into(), width: 1, height: 2 } };
    let (touser, title, content) = (OpenId::from("o"), "t".to_owned(), String::new());
    let app = WxApp { message_ext: "x".into() };
    let button = Some(WxButton::App { name: "n".into(), app });
    arrives(ShareWxgame { touser, message, title, content, button }).await;
    arrives(UploadWx { filename: "a".into(), content_type: PictureType::Jpg, picture: Thumbnail::new([1, 255]) }).await;
}

/// Has a reply answered, and sees it arrive as it was.
async fn comes_back<E>(request: E, reply: &str)
where
    E: Endpoint + Send + Sync,
    E::Reply: Serialize + PartialEq + fmt::Debug + Clone,
{
    let (gateway, client) = start();
    let reply = E::Reply::from_json(reply).unwrap();
    gateway.on::<E>().reply(reply.clone());
    assert_eq!(client.call(&session_for::<E>(), request).await.unwrap(), reply);
}

#[tokio::test]
async fn replies_come_back_in_their_types() {
    let ip = IpAddr::from([127, 0, 0, 1]);
    comes_back(VerifyLogin { userip: ip }, "{}").await;
    comes_back(Qqprofile, r#"{"nickName":"憨特","gender":"女","is_lost":"1","yellow_vip":1,"picture40":"http://q/"}"#)
        .await;
    comes_back(Qqprofile, "{}").await;
    let friends = r#"{"lists":[{"openid":"A","nickName":"a","gender":"女","figureurl_qq":"http://q/"}],"is_lost":0}"#;
    comes_back(QqfriendsDetail { flag: FriendScope::WithSelf }, friends).await;
    let vips = r#"{"lists":[{"openid":"A","is_qq_vip":1,"qq_vip_level":6,"is_qq_year_vip":"1"},{"openid":"B"}]}"#;
    comes_back(QqfriendsVip::new(["A", "B"], ip), vips).await;
    comes_back(GetVipRichInfo, r#"{"is_qq_vip":"1","qq_vip_end":"1451577600"}"#).await;
    let group = r#"{"groupName":"g","memberNum":"3","adminOpenids":"A,B","groupOpenid":"G","joinGroupKey":"K"}"#;
    comes_back(GetGroupDetail { lookup: GroupLookup::by_guild("1", "0") }, group).await;
    comes_back(LoadVip { vip: VipMask::BLUE }, r#"{"lists":[{"flag":4,"isvip":1,"level":5,"qqLevel":21}]}"#).await;
    comes_back(QueryVip { vip: MembershipMask::QQ_LEVEL }, r#"{"list":[{"flag":512,"isvip":1}]}"#).await;
    comes_back(GetGift, r#"{"GiftPackList":[{"giftId":"1","giftCount":"2"}]}"#).await;
    comes_back(GetWifi, r#"{"wifiVip":1}"#).await;
    let wx = r#"{"lists":[{"openid":"o","nickName":"n","sex":2,"provice":"Guangdong","picture":"http://w/"}]}"#;
    comes_back(WxfriendsProfile, wx).await;
    comes_back(WxgetVip::new(), r#"{"data":{"vipinfo":[{"openid":"o","level":6}]}}"#).await;
}

#[tokio::test(start_paused = true)]
async fn answers_follow_each_other_and_the_last_one_stays() {
    let (gateway, client) = start();
    let mut profile = QqprofileReply::default();
    profile.nick_name = "小明".into();
    let expected = gateway.on::<Qqprofile>().refuse(Refusal::platform(100_014, "expired"));
    expected.then().fault(Fault::Status { status: 404, retry_after: None }).then().reply(profile).times(4);
    let mut kinds = Vec::new();
    for _ in 0..4 {
        kinds.push(client.call(&session(), Qqprofile).await.err().map(|error| error.kind()));
    }
    assert_eq!(kinds, [Some(ErrorKind::Refused), Some(ErrorKind::HttpStatus), None, None]);
}

#[tokio::test(start_paused = true)]
async fn a_delay_passes_in_the_time_of_the_test() {
    let (gateway, client) = start();
    gateway.on::<Qqprofile>().reply(QqprofileReply::default()).delay(Duration::from_secs(3600));
    let before = tokio::time::Instant::now();
    let error = client.call(&session(), Qqprofile).timeout(Duration::from_secs(7)).await.unwrap_err();
    assert!(error.is_timeout(), "{error}");
    assert!(before.elapsed() >= Duration::from_secs(7) && before.elapsed() < Duration::from_secs(8));
}

#[tokio::test]
async fn what_no_expectation_takes_meets_the_world() {
    let (gateway, client) = start();
    gateway.on::<Qqprofile>().of_player("somebody else").refuse(-73);
    assert_eq!(client.call(&session(), Qqprofile).await.unwrap().nick_name, "憨特");
    gateway.on::<GetGift>().pass().times(1);
    assert_eq!(client.call(&session(), GetGift).await.unwrap().gift_pack_list.len(), 1);
}

/// What `drop` panics with.
fn end(gateway: InProcess, client: Client) -> Option<String> {
    drop(client);
    let end = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| drop(gateway))).err()?;
    let lines = end.downcast_ref::<String>().unwrap().lines().skip(1);
    // Without the place in the test.
    Some(lines.map(|line| line.split(" (tests/it/").next().unwrap().trim()).collect::<Vec<_>>().join("\n"))
}

#[tokio::test]
async fn a_call_that_is_missing_or_one_too_many_fails_the_test() {
    let (gateway, client) = start();
    gateway.on::<Qqprofile>().pass().times(2);
    client.call(&session(), Qqprofile).await.unwrap();
    assert_eq!(end(gateway, client).unwrap(), "qqprofile: 2 calls expected, 1 came");

    let (gateway, client) = start();
    gateway.on::<GetGift>().pass().times(1);
    client.call(&session(), GetGift).await.unwrap();
    let refused = client.call(&session(), GetGift).await.unwrap_err();
    assert_eq!((refused.attempts(), gateway.received().len()), (1, 2), "{refused}");
    assert_eq!(end(gateway, client).unwrap(), format!("get_gift: 1 call expected, and {OPENID} made another"));

    let (gateway, client) = start();
    gateway.expect_nothing_else();
    gateway.on::<GetGift>().pass();
    assert!(client.call(&session(), Qqprofile).await.is_err());
    let text = format!("qqprofile: no such call expected, and {OPENID} made one; expected: get_gift");
    assert_eq!(end(gateway, client).unwrap(), text);

    let (gateway, client) = start();
    gateway.on::<GetGift>().pass().times(1);
    client.call(&session(), GetGift).await.unwrap();
    gateway.verify();
    assert_eq!(end(gateway, client), None);
}

/// Game servers keep clients in tasks, which outlive the test.
#[tokio::test]
async fn a_client_that_lives_on_hides_no_mistake() {
    let (gateway, client) = start();
    let line = line!() + 1;
    gateway.on::<Qqprofile>().pass().times(2);
    tokio::spawn(async move {
        std::future::pending::<()>().await;
        drop(client);
    });
    let end = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| drop(gateway))).unwrap_err();
    let text = end.downcast_ref::<String>().unwrap();
    assert!(text.contains(&format!("qqprofile: 2 calls expected, 0 came (tests/it/expectations.rs:{line})")), "{text}");
}

/// Each answer has a delay of its own, and what goes wrong on purpose comes late too.
#[tokio::test(start_paused = true)]
async fn every_answer_has_its_delay() {
    let (gateway, client) = start();
    let seconds = Duration::from_secs;
    let expected = gateway.on::<Qqprofile>().pass().delay(seconds(1)).then().fault(Fault::Html { status: 404 });
    expected.delay(seconds(2)).then().fault(Fault::Latency { ms: 3000, jitter_ms: 500 }).then().pass();
    let mut took = Vec::new();
    for _ in 0..4 {
        let before = tokio::time::Instant::now();
        let _ = client.call(&session(), Qqprofile).timeout(seconds(60)).attempt_timeout(seconds(30)).await;
        took.push(before.elapsed().as_secs());
    }
    assert_eq!(took, [1, 2, 3, 0]);
}

#[tokio::test]
async fn faults_of_expectations_strike() {
    let (gateway, client) = start();
    gateway.on::<GetGift>().fault(Fault::ResetUnread).then().fault(Fault::ClockSkew { seconds: -601 }).then().pass();
    let kinds =
        async || client.call(&session(), GetGift).await.err().map(|error| (error.kind(), error.platform_code()));
    assert_eq!(kinds().await, Some((ErrorKind::Transport, None)));
    assert_eq!(kinds().await, Some((ErrorKind::Refused, Some(-25))));
    assert_eq!(gateway.with_world(|world| world.players[OPENID].gifts.len()), 1, "the endpoint did nothing");
    assert_eq!(kinds().await, None);
}

/// A clock far away is still a clock, which answers tell as far as HTTP can.
#[tokio::test]
async fn a_clock_can_be_moved_by_a_century() {
    for seconds in [i64::MIN, -5_000_000_000, 999_999_999_999, i64::MAX] {
        for is_fault in [false, true] {
            let (gateway, client) = start();
            if is_fault {
                gateway.add_fault(FaultRule::new(Fault::ClockSkew { seconds })).unwrap();
            } else {
                gateway.set_clock_offset(seconds);
            }
            // A client that is told a time in the future goes by it; before 1970 there is no time to tell.
            let code = client.call(&session(), Qqprofile).await.err().and_then(|error| error.platform_code());
            assert!(code == Some(-25) || (code.is_none() && seconds > 0), "{seconds} {is_fault}: {code:?}");
        }
    }
}

#[tokio::test]
async fn a_panic_of_a_handler_fails_the_test_and_is_not_tried_again() {
    for is_expectation in [true, false] {
        let builder = Gateway::builder();
        let gateway = if is_expectation {
            builder.start().await.unwrap()
        } else {
            builder.endpoint(Qqprofile::META, |_, _| panic!("the handler broke")).start().await.unwrap()
        };
        if is_expectation {
            gateway.on::<Qqprofile>().reply_with(|_| async { panic!("the handler broke") });
        }
        let client = gateway.client_builder().build().unwrap();
        let error = client.call(&session(), Qqprofile).await.unwrap_err();
        assert_eq!((error.attempts(), error.kind()), (1, ErrorKind::Refused), "{error}");
        assert!(client.call(&session(), GetWifi).await.is_ok(), "others are still answered");
        assert_eq!(gateway.mistakes(), ["what answers qqprofile panicked: the handler broke"]);
        let end = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| drop(gateway))).unwrap_err();
        assert!(end.downcast_ref::<String>().unwrap().contains("the handler broke"));
    }
}

/// While a handler waits, another player is answered; and a gateway that is dropped waits for nobody.
#[tokio::test]
async fn a_handler_that_waits_holds_up_nobody() {
    let gateway = Gateway::start().await.unwrap();
    let (reached, hangs) = (Arc::new(tokio::sync::Notify::new()), Arc::new(tokio::sync::Notify::new()));
    let (at, until) = (Arc::clone(&reached), Arc::clone(&hangs));
    gateway.on::<Qqprofile>().reply_with(move |_| {
        let (at, until) = (Arc::clone(&at), Arc::clone(&until));
        async move {
            at.notify_one();
            until.notified().await;
            Ok(QqprofileReply::default())
        }
    });
    let client = gateway.client_builder().build().unwrap();
    let waiting = tokio::spawn({
        let client = client.clone();
        async move { client.call(&session(), Qqprofile).await }
    });
    reached.notified().await;
    assert!(client.call(&session(), GetWifi).await.is_ok());
    hangs.notify_one();
    assert_eq!(waiting.await.unwrap().unwrap(), QqprofileReply::default());

    let waiting = tokio::spawn(async move { client.call(&session(), Qqprofile).await });
    reached.notified().await;
    drop(gateway);
    assert!(waiting.await.unwrap().is_err());
}

/// A handler that blocks its thread is left behind.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn dropping_a_gateway_waits_for_nobodys_sleep() {
    let (reach, reached) = std::sync::mpsc::channel();
    let (_never, forever) = std::sync::mpsc::channel::<()>();
    let forever = std::sync::Mutex::new(forever);
    let builder = Gateway::builder().endpoint(Qqprofile::META, move |_, _| {
        reach.send(()).unwrap();
        let _ = forever.lock().unwrap().recv();
        Err(Refusal::from(-1))
    });
    let gateway = builder.start().await.unwrap();
    let client = gateway.client_builder().build().unwrap();
    let call = tokio::spawn(async move { client.call(&session(), Qqprofile).await });
    tokio::task::block_in_place(|| reached.recv()).unwrap();
    let (dropped, done) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        drop(gateway);
        let _ = dropped.send(());
    });
    // Nothing takes as long as this unless it waits for the handler.
    tokio::task::block_in_place(|| done.recv_timeout(Duration::from_secs(60))).expect("the drop ends");
    call.abort();
}

/// Faults without sockets are those of a transport.
#[tokio::test(start_paused = true)]
async fn faults_without_a_socket() {
    let (gateway, client) = start();
    let once = |fault| FaultRule::new(fault).at("/profile/get_gift/").nth(1);
    let kind_of = async |fault| {
        gateway.clear_faults();
        gateway.add_fault(once(fault)).unwrap();
        client.call(&session(), GetGift).await.err().map(|error| error.kind())
    };
    assert_eq!(kind_of(Fault::Hang).await, Some(ErrorKind::Transport));
    assert_eq!(kind_of(Fault::ResetUnanswered).await, Some(ErrorKind::Transport));
    assert_eq!(kind_of(Fault::Html { status: 502 }).await, Some(ErrorKind::HttpStatus));
    assert_eq!(kind_of(Fault::Refuse { ret: -10000, msg: "-73,x".into() }).await, Some(ErrorKind::Refused));
    assert_eq!(kind_of(Fault::ClockSkew { seconds: 3600 }).await, Some(ErrorKind::Refused));
    assert_eq!(kind_of(Fault::Latency { ms: 500, jitter_ms: 10 }).await, None);
    gateway.clear_faults();
    gateway.add_fault(FaultRule::new(Fault::IsLost)).unwrap();
    assert!(client.call(&session(), Qqprofile).await.unwrap().is_lost);
}

/// What only a lenient gateway takes is a request all the same.
#[tokio::test]
async fn lenient_requests_are_captured_in_their_types() {
    let (gateway, client) = start();
    gateway.set_lenient(true);
    let request = QqfriendsDetail { flag: FriendScope::WithSelf };
    let (mut head, body) = client.prepare(&session(), request).unwrap().into_parts();
    head.uri = head.uri.to_string().replace("detail/?", "detail?").parse().unwrap();
    let body = String::from_utf8(body.to_vec()).unwrap().replace(r#""flag":2"#, r#""flag":"2""#);
    let sent = http::Request::from_parts(head, body.into());
    let answer = gateway.send(sent, Attempt::within(Duration::from_secs(60))).await.unwrap();
    assert_eq!(answer.response.body()[..8], *b"{\"is_los");
    assert_eq!(gateway.requests::<QqfriendsDetail>(), [request]);
}

#[tokio::test]
async fn a_hundred_gateways_side_by_side() {
    let mut gateways = Vec::new();
    for _ in 0..100 {
        gateways.push(Gateway::start().await.unwrap());
    }
    for (index, gateway) in gateways.iter().enumerate() {
        let mut profile = QqprofileReply::default();
        profile.nick_name = index.to_string();
        gateway.on::<Qqprofile>().reply(profile).times(1);
        let reply = gateway.client_builder().build().unwrap().call(&session(), Qqprofile).await.unwrap();
        assert_eq!(reply.nick_name, index.to_string());
    }
}
