//! Values on their way to JSON, to a cache or a test, and back.

use std::{env, fmt, net::IpAddr};

use msdk::{
    Advice, Client, Environment, Error, ErrorKind, OpenId, Platform, UnixTime,
    declare::Decode,
    errors::ErrorSample,
    guest::GuestCheckToken,
    qq::{auth::*, profile::*, relation::*, share::*},
    wechat::{profile::*, relation::*, share::*},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

use crate::support::{APP_ID, settings};

/// Sends a value to JSON and back, and returns the JSON.
#[track_caller]
fn travels<T: Serialize + DeserializeOwned + PartialEq + fmt::Debug>(value: &T) -> Value {
    let json = serde_json::to_value(value).unwrap();
    assert_eq!(serde_json::from_value::<T>(json.clone()).unwrap(), *value, "{json}");
    let text = serde_json::to_string(value).unwrap();
    assert_eq!(serde_json::from_str::<T>(&text).unwrap(), *value, "{text}");
    json
}

#[test]
fn replies_travel_under_the_documented_names() {
    let profile = r#"{"ret":0,"nickName":"憨特","gender":"男","picture40":"","is_lost":"1","yellow_vip":1}"#;
    let profile = travels(&QqprofileReply::from_json(profile).unwrap());
    assert_eq!((&profile["nickName"], &profile["is_lost"]), (&json!("憨特"), &json!(true)));
    let friends = r#"{"lists":[{"openid":"A","nickName":"a","gender":"女","figureurl_qq":"http://q/"}],"is_lost":0}"#;
    let friends = travels(&QqfriendsDetailReply::from_json(friends).unwrap());
    assert_eq!(friends["lists"][0]["figureurl_qq"], "http://q/");
    let vips = r#"{"lists":[{"flag":1,"isvip":1,"level":5,"qqLevel":21},{"flag":4096,"isvip":0}]}"#;
    let vips = travels(&LoadVipReply::from_json(vips).unwrap());
    assert_eq!((&vips["lists"][0]["qqLevel"], &vips["lists"][1]["flag"]), (&json!(21), &json!(4096)));
    travels(&QueryVipReply::from_json(r#"{"list":[{"flag":512,"isvip":1}]}"#).unwrap());
    let dates = travels(&GetVipRichInfoReply::from_json(r#"{"is_qq_vip":"1","qq_vip_end":"1451577600"}"#).unwrap());
    assert_eq!(dates["qq_vip_end"], 1_451_577_600);
    let group = r#"{"groupName":"g","memberNum":"3","adminOpenids":"A,B","groupOpenid":"G","joinGroupKey":"K"}"#;
    let group = travels(&GetGroupDetailReply::from_json(group).unwrap());
    assert_eq!(group["groupOpenid"], "G");
    let gifts = r#"{"GiftPackList":[{"giftId":"1","giftCount":"2"}]}"#;
    assert_eq!(travels(&GetGiftReply::from_json(gifts).unwrap())["GiftPackList"][0]["giftCount"], 2);
    let wx = r#"{"lists":[{"openid":"o","nickName":"n","sex":2,"provice":"Guangdong","picture":"http://w/"}]}"#;
    let wx = travels(&WxProfiles::from_json(wx).unwrap());
    assert_eq!((&wx["lists"][0]["provice"], &wx["lists"][0]["picture"]), (&json!("Guangdong"), &json!("http://w/")));
    travels(&WxgetVipReply::from_json(r#"{"data":{"vipinfo":[{"openid":"o","level":6}]}}"#).unwrap());
    travels(&WxfriendsReply::default());
    travels(&LoadVipReply::default());
}

#[test]
fn requests_travel() {
    let ip = IpAddr::from([127, 0, 0, 1]);
    travels(&VerifyLogin { userip: ip });
    travels(&Qqprofile);
    travels(&GuestCheckToken);
    travels(&QqfriendsVip::new(["A", "B"], ip));
    let shared = travels(&ShareQq::new("A", "t", "s", "http://a/", "http://a/b.png"));
    assert!(shared.get("previewText").is_some() && shared.get("preview_text").is_none(), "{shared}");
    travels(&GetGroupDetail { lookup: GroupLookup::by_guild("1", "0") });
    travels(&LoadVip { vip: VipMask::BLUE | VipMask::RED });
    travels(&QueryVip { vip: MembershipMask::QQ_LEVEL });
    travels(&QqscoreBatch::new(PlayerSystem::Ios, [ScoreReport::new(ScoreType::Level, 7)]));
    travels(&Wxscore { score: "1".into(), expires: Expiry::At(UnixTime::from_secs(5)) });
    travels(&WxbattleReport { json: WxBattle::new(WxSystem::Android).with_fact("rank", 3).into() });
    travels(&ShareWx::new("o", "t", "d"));
    let upload = UploadWx { filename: "a".into(), content_type: PictureType::Jpg, picture: Thumbnail::new([1, 255]) };
    travels(&upload);
}

/// What a program writes in its first hour.
#[test]
fn values_are_at_hand() {
    let openid = "A328".parse::<OpenId>().unwrap();
    assert_eq!((format!("{openid}"), format!("{openid:>6}")), ("A328".to_owned(), "  A328".to_owned()));
    assert_eq!("production".parse(), Ok(Environment::Production));
    assert_eq!(json!(Advice::LogInAgain), "log_in_again");
    assert_eq!(json!({"platform": Platform::WeChat}), json!({"platform": "wechat"}));
    let client = settings("http://127.0.0.1:8080/msdk/").build().unwrap();
    assert_eq!((client.base_url(), client.app_id()), ("http://127.0.0.1:8080/msdk", APP_ID));
    let mut reply = QqprofileReply::default();
    reply.nick_name = "憨特".to_owned();
    assert!(!reply.is_lost);
    assert!(env::var_os("MSDK_BASE_URL").is_some() || Client::from_env().is_err());
}

#[test]
fn an_error_is_a_structured_value() {
    let refused = ErrorSample::of::<VerifyLogin>(ErrorKind::Refused).ret(-10000).msg("-73,changed").build();
    let value = serde_json::to_value(&refused).unwrap();
    assert_eq!(
        (&value["kind"], &value["endpoint"], &value["advice"], &value["turn"], &value["platform_code"]),
        (&json!("refused"), &json!("verify_login"), &json!("log_in_again"), &json!("player"), &json!(-73))
    );
    assert_eq!((&value["status"], &value["message"]), (&Value::Null, &json!(refused.to_string())));
}

#[test]
fn the_source_of_an_error_is_what_broke() {
    let source = |kind| {
        let error = ErrorSample::of::<VerifyLogin>(kind).build();
        std::error::Error::source(&error).map(ToString::to_string)
    };
    assert_eq!(source(ErrorKind::Transport).as_deref(), Some("no complete answer came: a sample"));
    assert_eq!(source(ErrorKind::Refused), None);
    let error: Error = ErrorSample::of::<VerifyLogin>(ErrorKind::Dns).build();
    assert_eq!(error.transport().map(msdk::transport::TransportError::fault), Some(msdk::transport::Fault::Dns));
}
