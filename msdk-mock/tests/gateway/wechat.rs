//! What the gateway's world does for players of WeChat, and for those of later endpoints of mobile QQ.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::SystemTime,
};

use msdk::{Account, Advice, Client, Error, Secret, Session, UnixTime, clock::Clock};
use msdk_endpoints::{
    guest::GuestCheckToken,
    qq::{
        profile::{MembershipMask, Qqscore, QueryVip, ScoreReport, ScoreType},
        relation::{GetGroupKey, LoginPlatform, QqGainChest, Qqprofile},
    },
    wechat::{auth::*, profile::*, relation::*, share::*},
};
use msdk_mock::{Gateway, Player, demo};
use serde_json::json;

use crate::support::{NOW, Raw, caller};

/// A clock that is set by hand.
#[derive(Debug, Clone)]
struct Hands(Arc<AtomicI64>);

impl Hands {
    fn turn(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::Relaxed);
    }
}

impl Clock for Hands {
    fn now(&self) -> SystemTime {
        UnixTime::from_secs(self.0.load(Ordering::Relaxed)).to_system_time().unwrap()
    }
}

struct World {
    gateway: Gateway,
    client: Client,
    clock: Hands,
}

async fn start() -> World {
    let clock = Hands(Arc::new(AtomicI64::new(NOW.as_secs())));
    let gateway = Gateway::builder().clock(clock.clone()).start().await.unwrap();
    let wechat = Account::new(gateway.wechat_app_id(), gateway.wechat_app_key());
    let builder = Client::builder().app_id(gateway.app_id()).app_key(gateway.app_key()).wechat(wechat);
    let client = builder.base_url(gateway.base_url()).clock(clock.clone()).build().unwrap();
    World { gateway, client, clock }
}

fn player(token: impl Into<Secret>) -> Session {
    Session::wechat(demo::WX_CALLER, token)
}

fn code(result: Result<impl std::fmt::Debug, Error>) -> (Option<i64>, Advice) {
    let error = result.unwrap_err();
    assert_eq!(error.ret(), Some(-20000), "{error}");
    (error.platform_code(), error.advice())
}

#[tokio::test]
async fn a_refreshed_token_holds_for_two_hours() {
    let World { gateway: _gateway, client, clock } = start().await;
    let refresh = |token: Secret| client.call(&player("unused"), RefreshToken { refresh_token: token });
    let tokens = refresh(demo::WX_CALLER_REFRESH_TOKEN.into()).await.unwrap();
    let check = |token: &Secret| client.call(&player(token.clone()), CheckToken);

    check(&tokens.access_token).await.unwrap();
    let old = code(check(&demo::WX_CALLER_TOKEN.into()).await);
    assert_eq!(old, (Some(40001), Advice::RefreshToken), "the token before it holds no more");
    clock.turn(7199);
    check(&tokens.access_token).await.unwrap();
    clock.turn(1);
    assert_eq!(code(check(&tokens.access_token).await), (Some(40001), Advice::RefreshToken));

    let next = refresh(tokens.refresh_token.clone()).await.unwrap();
    check(&next.access_token).await.unwrap();
    let used = code(refresh(tokens.refresh_token).await);
    assert_eq!(used, (Some(40032), Advice::LogInAgain), "a refresh token is used once");
    clock.turn(30 * 24 * 60 * 60);
    assert_eq!(code(refresh(next.refresh_token).await), (Some(42004), Advice::LogInAgain));
}

#[tokio::test]
async fn players_of_one_platform_are_unknown_on_another() {
    let World { gateway, client, .. } = start().await;
    let stranger = client.call(&Session::wechat("oNobody", "T"), CheckToken).await;
    assert_eq!(code(stranger), (Some(40003), Advice::LogInAgain));
    let of_qq = client.call(&Session::wechat(demo::CALLER, demo::CALLER_TOKEN), CheckToken).await;
    assert_eq!(code(of_qq).0, Some(40003));
    let of_wechat = client.call(&Session::new(demo::WX_CALLER, demo::WX_CALLER_TOKEN), Qqprofile).await.unwrap_err();
    assert_eq!((of_wechat.ret(), of_wechat.platform_code()), (Some(-10000), Some(-22)));
    gateway.with_world(|world| world.players.insert("oPlain".into(), Player::wechat("oPlain", "T", "R")));
    let plain = Session::wechat("oPlain", "T");
    client.call(&plain, CheckToken).await.unwrap();
    assert_eq!(client.call(&plain, WxgetVip::new()).await.unwrap().vips(), []);
    assert_eq!(client.call(&plain, Wxfriends).await.unwrap().openids, []);
}

#[tokio::test]
async fn a_player_sends_five_messages_a_day() {
    let World { gateway, client, clock } = start().await;
    let session = player(demo::WX_CALLER_TOKEN);
    let share = |friend: &str| client.call(&session, ShareWx::new(friend, "标题", "摘要"));
    for _ in 0..5 {
        share(demo::WX_FRIEND).await.unwrap();
    }
    assert_eq!(code(share(demo::WX_FRIEND).await), (Some(45009), Advice::SlowDown));
    clock.turn(24 * 60 * 60);
    share(demo::WX_FRIEND).await.unwrap();
    assert_eq!(code(share("oNobody").await).0, Some(43005));
    let lost = ShareWx { thumb_media_id: "unknown".into(), ..ShareWx::new(demo::WX_FRIEND, "标题", "摘要") };
    assert_eq!(code(client.call(&session, lost).await).0, Some(40007));
    let sent = gateway.with_world(|world| world.messages.clone());
    assert_eq!((sent.len(), sent[5].from.as_str(), sent[5].summary.as_str()), (6, demo::WX_CALLER, "摘要"));
}

#[tokio::test]
async fn a_picture_arrives_byte_by_byte() {
    let World { gateway, client, .. } = start().await;
    let session = Session::wechat_without_token(demo::WX_CALLER);
    let file: Vec<u8> = (0..=255).collect();
    let upload =
        UploadWx { filename: "a b.jpg".into(), content_type: PictureType::Jpg, picture: Thumbnail::new(file.clone()) };
    let reply = client.call(&session, upload.clone()).await.unwrap();
    assert_eq!(reply.created_at, Some(NOW));
    let picture = gateway.with_world(|world| world.wechat.pictures[&reply.media_id].clone());
    assert_eq!((picture.file, picture.filename.as_str()), (file, "a b.jpg"));

    let of = |field: &str, value: serde_json::Value| {
        let raw = Raw::from(client.prepare(&session, upload.clone()).unwrap());
        let mut body: serde_json::Value = serde_json::from_slice(&raw.body).unwrap();
        body[field] = value;
        Raw { body: body.to_string().into_bytes(), ..raw }
    };
    let short = of("filelength", json!(255)).send(&gateway).await;
    assert_eq!(short["msg"], "47001,filelength must be 256, the bytes of the file");
    let stolen = of("secret", json!("another")).send(&gateway).await;
    assert_eq!((stolen["ret"].as_i64(), stolen["msg"].as_str()), (Some(-1011), Some("`secret` must be the app key")));
}

#[tokio::test]
async fn scores_chests_and_keys_are_kept() {
    let World { gateway, client, .. } = start().await;
    let score = Wxscore { score: "2000".into(), expires: msdk_endpoints::qq::profile::Expiry::Never };
    client.call(&Session::wechat_without_token(demo::WX_CALLER), score).await.unwrap();
    let chest = QqGainChest { pf: LoginPlatform::Openmobile, actid: 16, num: 1, peoplenum: 5 };
    let made = client.call(&caller(), chest).await.unwrap();
    client.call(&caller(), Qqscore { score: ScoreReport::new(ScoreType::Level, 43) }).await.unwrap();
    let battle = WxBattle::new(WxSystem::Ios).with_fact("rank", 3);
    let session = Session::wechat_without_token(demo::WX_CALLER);
    let call = || WxbattleReport { json: battle.clone().into() };
    client.call(&session, call()).await.unwrap();
    let raw = Raw::from(client.prepare(&session, call()).unwrap());
    let mut body: serde_json::Value = serde_json::from_slice(&raw.body).unwrap();
    body["json"] = json!([body["json"]]);
    let batch = Raw { body: body.to_string().into_bytes(), ..raw }.send(&gateway).await;
    assert_eq!(batch["msg"], "47001,each report of a batch needs baseinfo.openid");
    gateway.with_world(|world| {
        let (openid, battle) = &world.wechat.battles[0];
        assert_eq!((openid.as_str(), &battle["userdefined"]["rank"]["value"]), (demo::WX_CALLER, &json!(3)));
        assert_eq!(world.wechat.scores[demo::WX_CALLER].data, "2000");
        assert_eq!(
            (world.chests[0].boxid.as_str(), world.chests[0].num),
            (made.boxid.as_str(), 5),
            "as many as players"
        );
        assert_eq!(world.scores[&(demo::CALLER.to_owned(), 1)].data, "43");
    });
    let key = GetGroupKey { group_openid: demo::GROUP_OPENID.into() };
    assert!(!client.call(&caller(), key).await.unwrap().join_group_key.is_empty());
    let all = client.call(&caller(), QueryVip { vip: MembershipMask::all() }).await.unwrap().lists;
    assert_eq!(all.len(), 8);
}

#[tokio::test]
async fn a_guest_is_checked() {
    let World { gateway, client, .. } = start().await;
    client.call(&Session::guest(demo::GUEST, demo::GUEST_TOKEN), GuestCheckToken).await.unwrap();
    let wrong = client.call(&Session::guest(demo::GUEST, "wrong"), GuestCheckToken).await.unwrap_err();
    assert_eq!((wrong.ret(), wrong.advice()), (Some(-110), Advice::LogInAgain));
    let other = Raw::from(client.prepare(&Session::guest(demo::GUEST, demo::GUEST_TOKEN), GuestCheckToken).unwrap());
    let other = Raw { body: br#"{"guestid":"G_OTHER","accessToken":"x"}"#.to_vec(), ..other };
    assert_eq!(other.send(&gateway).await["msg"], "`guestid` must equal the `openid` of the query");
}
