//! The accounts of a game, and requests of V3.

use msdk::{Account, Client, Session, declare::Endpoint, msdk_endpoint, protocol::V3Protocol};
use msdk_endpoints::qq::relation::Qqprofile;
use msdk_mock::{Gateway, GatewayBuilder, Player, demo};
use serde_json::json;

use crate::support::{NOW, Raw, caller, refusal};

const MSDK_KEY: &str = "5d8e1a2b3c4f5061728394a5b6c7d8e9";
const PLAYER: &str = "oPlayer-_";

#[msdk_endpoint(path = "/game/wx/", method = POST, platform = wechat, idempotent, reply = ())]
struct OfWechat;

#[msdk_endpoint(path = "/game/guest/", method = POST, platform = guest, idempotent, reply = ())]
struct OfGuests;

async fn start(builder: GatewayBuilder) -> Gateway {
    let builder = builder.clock(NOW).endpoint(OfWechat::META, |_, _| Ok(json!({})));
    let gateway = builder.endpoint(OfGuests::META, |_, _| Ok(json!({}))).start().await.unwrap();
    gateway.with_world(|world| {
        world.players.insert(PLAYER.into(), Player::wechat(PLAYER, "TOKEN", "REFRESH"));
        world.players.insert("G_1A2B".into(), Player::new("G_1A2B", "TOKEN"));
    });
    gateway
}

fn client(gateway: &Gateway) -> msdk::ClientBuilder {
    let wechat = Account::new(gateway.wechat_app_id(), gateway.wechat_app_key());
    let builder = Client::builder().app_id(gateway.app_id()).app_key(gateway.app_key()).wechat(wechat);
    builder.base_url(gateway.base_url()).clock(NOW)
}

#[tokio::test]
async fn each_platform_has_an_account() {
    let gateway = start(Gateway::builder().app("1", "qq-key").wechat("wx2", "wx-key")).await;
    assert_eq!((gateway.app_id(), gateway.wechat_app_id()), ("1", "wx2"));
    let client = client(&gateway).build().unwrap();
    client.call(&caller(), Qqprofile).await.unwrap();
    client.call(&Session::wechat(PLAYER, "TOKEN"), OfWechat).await.unwrap();
    client.call(&Session::guest("1A2B", "TOKEN"), OfGuests).await.unwrap();
    let appid =
        |index: usize| gateway.received()[index].query.iter().find(|(name, _)| name == "appid").unwrap().1.clone();
    assert_eq!([appid(0), appid(1), appid(2)], ["1", "wx2", "G_1"]);
}

#[tokio::test]
async fn the_account_of_another_platform_is_refused_with_504() {
    let gateway = start(Gateway::builder()).await;
    let wechat = Account::new(gateway.wechat_app_id(), gateway.wechat_app_key());
    let of_wechat = Raw::of(&gateway, Qqprofile).set("appid", gateway.wechat_app_id());
    let text = "`appid` is that of WeChat; the endpoint is for players of mobile QQ";
    assert_eq!(of_wechat.send(&gateway).await, refusal(-504, text));

    let client =
        Client::builder().wechat(wechat).base_url(gateway.base_url()).clock(NOW).ext_info(msdk::policy::ExtInfo::Never);
    let client = client.build().unwrap();
    let of_qq = Raw::from(client.prepare(&Session::wechat(PLAYER, "TOKEN"), OfWechat).unwrap());
    let text = "`appid` is that of mobile QQ; the endpoint is for players of WeChat";
    assert_eq!(of_qq.set("appid", gateway.app_id()).send(&gateway).await, refusal(-504, text));

    let guest = Raw::by(&gateway, &Session::guest("1A2B", "TOKEN"), OfGuests);
    let nobody = guest.set("appid", gateway.app_id()).set("openid", demo::CALLER);
    let text = "the endpoint is for guests, whose `appid` and `openid` start with G_";
    assert_eq!(nobody.send(&gateway).await, refusal(-504, text));
}

#[tokio::test]
async fn requests_of_v3_are_taken_with_the_right_msdkkey() {
    let gateway = start(Gateway::builder().msdk_key(MSDK_KEY)).await;
    let by = |protocol: V3Protocol| client(&gateway).protocol(protocol).build().unwrap();
    let right = V3Protocol::new(MSDK_KEY).version("3.3.5").https_urls(true);
    assert_eq!(by(right).call(&caller(), Qqprofile).await.unwrap().nick_name, "憨特");
    by(V3Protocol::with_app_key()).call(&caller(), Qqprofile).await.unwrap();
    client(&gateway).build().unwrap().call(&caller(), Qqprofile).await.unwrap();
    let wrong = by(V3Protocol::new("another")).call(&caller(), Qqprofile).await.unwrap_err();
    assert_eq!(wrong.ret(), Some(-502));
    assert!(wrong.to_string().contains("`sig` is not the MD5 of the msdkkey followed by `timestamp`"), "{wrong}");
}

#[tokio::test]
async fn requests_of_v3_are_refused_without_an_msdkkey() {
    let gateway = start(Gateway::builder()).await;
    let client = client(&gateway).protocol(V3Protocol::new(MSDK_KEY)).build().unwrap();
    let refused = client.call(&caller(), Qqprofile).await.unwrap_err();
    assert_eq!(refused.ret(), Some(-505));
    let refused = Raw::of(&gateway, Qqprofile).set("version", "1").send(&gateway).await;
    assert_eq!(refused, refusal(-506, "`version` is not a parameter of qqprofile"));
}
