//! What the endpoints tell of players, in the vendor's shapes.

use std::net::Ipv4Addr;

use msdk_endpoints::qq::{
    auth::VerifyLogin,
    profile::{GetWifi, LoadVip, VipMask},
    relation::{FriendScope, GetVipRichInfo, QqfriendsDetail, QqfriendsVip, Qqprofile, QqstrangeProfile},
};
use msdk_mock::{Gateway, demo};
use serde_json::{Value, json};

use crate::support::{Raw, answer, caller, client, refusal, start};

const PICTURES: &str = "http://q.qlogo.cn/qqapp/100703379";

fn friend(openid: &str, nickname: &str) -> Value {
    json!({
        "openid": openid, "nickName": nickname, "gender": "男", "figureurl_qq": format!("{PICTURES}/{openid}/"),
    })
}

#[tokio::test]
async fn verify_login() {
    let gateway = start().await;
    let request = VerifyLogin { userip: Ipv4Addr::LOCALHOST.into() };
    assert_eq!(answer(&gateway, request).await, json!({"ret": 0, "msg": "user is logged in"}));
}

#[tokio::test]
async fn qqprofile() {
    let gateway = start().await;
    let expected = json!({
        "ret": 0, "msg": "success", "nickName": "憨特", "gender": "男",
        "picture40": format!("{PICTURES}/{}/40", demo::CALLER),
        "picture100": format!("{PICTURES}/{}/100", demo::CALLER),
        "yellow_vip": 1, "yellow_vip_level": 4, "yellow_year_vip": 1, "is_lost": "0",
    });
    assert_eq!(answer(&gateway, Qqprofile).await, expected);
}

#[tokio::test]
async fn qqfriends_detail_without_and_with_self() {
    let gateway = start().await;
    let friends = [friend(demo::FRIEND, "张鸿"), friend(demo::OTHER_FRIEND, "/xu゛♥快到碗里来இ🐼")];
    let without = answer(&gateway, QqfriendsDetail { flag: FriendScope::WithoutSelf }).await;
    assert_eq!(without, json!({"ret": 0, "msg": "success", "lists": friends, "is_lost": "0"}));

    let mut everybody = friends.to_vec();
    everybody.push(friend(demo::CALLER, "憨特"));
    let with = answer(&gateway, QqfriendsDetail { flag: FriendScope::WithSelf }).await;
    assert_eq!(with, json!({"ret": 0, "msg": "success", "lists": everybody, "is_lost": "0"}));
}

#[tokio::test]
async fn qqfriends_detail_calls_friends_as_the_caller_does() {
    let gateway = start().await;
    gateway.with_world(|world| {
        let caller = world.players.remove(demo::CALLER).unwrap();
        let caller = caller.with_remark(demo::FRIEND, "老张").with_remark(demo::OTHER_FRIEND, "");
        world.players.insert(demo::CALLER.into(), caller);
        // What a friend calls the caller is nobody else's business.
        let friend = world.players.get_mut(demo::FRIEND).unwrap();
        friend.remarks = [demo::CALLER, demo::OTHER_FRIEND].map(|friend| (friend.to_owned(), "老友".to_owned())).into();
    });
    let answer = answer(&gateway, QqfriendsDetail { flag: FriendScope::WithSelf }).await;
    let names: Vec<&str> =
        answer["lists"].as_array().unwrap().iter().map(|friend| friend["nickName"].as_str().unwrap()).collect();
    assert_eq!(names, ["老张", "/xu゛♥快到碗里来இ🐼", "憨特"]);
}

#[tokio::test]
async fn qqstrange_profile_leaves_unknown_players_out() {
    let gateway = start().await;
    let vcopenid = ["0000", demo::STRANGER].map(Into::into).into();
    let picture = format!("{PICTURES}/{}", demo::STRANGER);
    let stranger = json!({
        "openid": demo::STRANGER, "gender": "2", "nickName": "路人甲",
        "qzonepicture50": "http://thirdapp1.qlogo.cn/qzopenapp/f4382318afbbd94f856e866043c3472e/50",
        "qqpicture40": format!("{picture}/40"), "qqpicture100": format!("{picture}/100"), "qqpicture": picture,
    });
    let expected = json!({"ret": 0, "msg": "success", "lists": [stranger], "is_lost": "0"});
    assert_eq!(answer(&gateway, QqstrangeProfile { vcopenid }).await, expected);
}

#[tokio::test]
async fn qqfriends_vip_knows_friends_and_the_caller_only() {
    let gateway = start().await;
    let players = [demo::STRANGER, demo::FRIEND, demo::OTHER_FRIEND, demo::CALLER];
    let request = QqfriendsVip::new(players, Ipv4Addr::LOCALHOST.into());
    let expected = json!({"ret": 0, "msg": "success", "is_lost": "0", "lists": [
        {"openid": demo::FRIEND, "is_qq_vip": 1, "qq_vip_level": 6, "is_qq_year_vip": 1},
        {"openid": demo::OTHER_FRIEND, "is_qq_vip": 0, "is_qq_year_vip": 0},
        {"openid": demo::CALLER, "is_qq_vip": 1, "qq_vip_level": 3, "is_qq_year_vip": 0},
    ]});
    assert_eq!(answer(&gateway, request.clone()).await, expected);

    let other = Raw::of(&gateway, request).edit(|body| body["flags"] = json!("qq_svip"));
    assert_eq!(other.send(&gateway).await, refusal(-10000, "-1,flags must name qq_vip"));
}

#[tokio::test]
async fn get_vip_rich_info() {
    let gateway = start().await;
    let expected = json!({
        "ret": 0, "msg": "success", "is_lost": "0",
        "is_qq_vip": "1", "qq_vip_start": "1420041600", "qq_vip_end": "1451577600",
        "is_qq_year_vip": "0", "qq_year_vip_start": "0", "qq_year_vip_end": "0",
        "is_svip": "0", "qq_svip_start": "0", "qq_svip_end": "0",
    });
    assert_eq!(answer(&gateway, GetVipRichInfo).await, expected);
}

#[tokio::test]
async fn load_vip_has_one_entry_for_each_bit() {
    let gateway = start().await;
    let request = LoadVip { vip: VipMask::NORMAL | VipMask::BLUE | VipMask::GAME | VipMask::YELLOW };
    let expected = json!({"ret": 0, "msg": "", "lists": [
        {"flag": 1, "isvip": 1, "year": 0, "level": 3, "luxury": 0, "ispay": 0, "qqLevel": 21},
        {"flag": 4, "isvip": 1, "year": 0, "level": 2, "luxury": 1, "ispay": 0, "qqLevel": 0},
        {"flag": 32, "isvip": 0, "year": 0, "level": 0, "luxury": 0, "ispay": 0, "qqLevel": 0},
        {"flag": 128, "isvip": 1, "year": 1, "level": 0, "luxury": 0, "ispay": 0, "qqLevel": 0},
    ]});
    assert_eq!(answer(&gateway, request).await, expected);

    // Of a kind that the document does not have there is nothing to say.
    let later = LoadVip { vip: VipMask::BLUE | VipMask::from_bits_retain(2) };
    assert_eq!(answer(&gateway, later).await["lists"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn get_wifi_follows_the_world() {
    let gateway: Gateway = start().await;
    assert_eq!(answer(&gateway, GetWifi).await, json!({"ret": 0, "msg": "success", "wifiVip": 1}));
    gateway.with_world(|world| world.players.get_mut(demo::CALLER).unwrap().wifi = false);
    assert!(!client(&gateway).call(&caller(), GetWifi).await.unwrap().wifi_vip);
}
