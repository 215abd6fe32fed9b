//! The requests of the vendor's document, byte for byte, sent by a plain socket.
//!
//! Six of the document's samples are no JSON; what the page broke is mended: line breaks and comments inside of JSON,
//! typographic quotes, wide spaces. What the document masks with `*` is filled in: the time and the signature. What it
//! says of the length is not: each of its requests claims 198 bytes.

use msdk::protocol::MsdkSigner;
use msdk_mock::{APP_KEY, Gateway, Group, Player, VipKind, World, demo};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::support::NOW;

/// The path with what stands behind the five common parameters, the body, and the answer.
const SAMPLES: [[&str; 3]; 15] = [
    [
        "/auth/verify_login/",
        r#"{
            "appid": 100703379,
            "openid": "A3284A812ECA15269F85AE1C2D94EB37",
            "openkey": "933FE8C9AB9C585D7EABD04373B7155F",
            "userip": "192.168.5.114"
        }"#,
        r#"{"ret":0,"msg":"user is logged in"}"#,
    ],
    [
        "/share/qq/",
        r#"{
            "act": 0,
            "oauth_consumer_key": 100703379,
            "dst": 1001,
            "flag": 1,
            "image_url": "http://mat1.gtimg.com/www/images/qq2012/erweimaVideoPic.png",
            "openid": "A3284A812ECA15269F85AE1C2D94EB37",
            "access_token": "933FE8C9AB9C585D7EABD04373B7155F",
            "appid": 100703379,
            "src": 0,
            "summary": "摘要",
            "target_url": "http://gamecenter.qq.com/gcjump?appid={YOUR_APPID}&pf=invite&from=iphoneqq&plat=qq&originuin=111&ADTAG=gameobj.msg_invite",
            "title": "test by hunter",
            "fopenids": [{"openid":"69FF99F3B17436F2F6621FA158B30549","type":0}],
            "previewText": "我在天天连萌游戏"
        }"#,
        r#"{"ret":0,"msg":"success"}"#,
    ],
    [
        "/relation/qqprofile/",
        r#"{
            "appid": 100703379,
            "accessToken": "FCCDE5C8CDAD70A9A0E229C367E03178",
            "openid": "69FF99F3B17436F2F6621FA158B30549"
        }"#,
        r#"{
            "ret": 0, "msg": "success", "nickName": "憨特", "gender": "男",
            "picture40": "http://q.qlogo.cn/qqapp/100703379/A3284A812ECA15269F85AE1C2D94EB37/40",
            "picture100": "http://q.qlogo.cn/qqapp/100703379/A3284A812ECA15269F85AE1C2D94EB37/100",
            "yellow_vip": 0, "yellow_vip_level": 0, "yellow_year_vip": 0, "is_lost": "0"
        }"#,
    ],
    [
        "/relation/qqfriends_detail/",
        r#"{
            "appid": "100703379",
            "openid": "A3284A812ECA15269F85AE1C2D94EB37",
            "accessToken": "933FE8C9AB9C585D7EABD04373B7155F",
            "flag": 1
        }"#,
        r#"{
            "ret": 0, "msg": "success", "is_lost": "0",
            "lists": [{
                "openid": "69FF99F3B17436F2F6621FA158B30549", "nickName": "张鸿", "gender": "男",
                "figureurl_qq": "http://q.qlogo.cn/qqapp/100703379/69FF99F3B17436F2F6621FA158B30549/"
            }]
        }"#,
    ],
    [
        "/relation/qqstrange_profile/",
        r#"{
            "appid": 100732256,
            "openid": "B9EEA5EE1E99694146AC2700BFE6B88B",
            "accessToken": "C9A1F622B7B4AAC48D0AF3F73B1A3D83",
            "vcopenid": [
                "B9EEA5EE1E99694146AC2700BFE6B88B"
            ]
        }"#,
        r#"{
            "ret": 0, "msg": "success", "is_lost": "0",
            "lists": [{
                "openid": "", "gender": "1", "nickName": "", "qzonepicture50": "", "qqpicture40": "",
                "qqpicture100": "", "qqpicture": ""
            }]
        }"#,
    ],
    [
        "/relation/qqfriends_vip/",
        r#"{
            "appid": "100703379",
            "openid": "A3284A812ECA15269F85AE1C2D94EB37",
            "accessToken": "964EE8FACFA24AE88AEEEEBD84028E19",
            "fopenids": [
                "69FF99F3B17436F2F6621FA158B30549"
            ],
            "flags": "qq_vip",
            "pf": "openmobile",
            "userip": "127.0.0.1"
        }"#,
        r#"{
            "is_lost": "0", "msg": "success", "ret": 0,
            "lists": [{"is_qq_vip": 1, "is_qq_year_vip": 1, "openid": "", "qq_vip_level": 6}]
        }"#,
    ],
    [
        "/relation/get_groupopenid/?opua=AndroidSDK_17_maguro_4.2.2",
        r#"{
            "appid":"100703379",
            "openid":"A3284A812ECA15269F85AE1C2D94EB37",
            "accessToken":"964EE8FACFA24AE88AEEEEBD84028E19",
            "opt":"0",
            "unionid":"xxx",
            "zoneid":"0",
            "groupCode":"113172721"
        }"#,
        r#"{"is_lost":"0","platCode":"0","groupOpenid":"xxxx","msg":"success","ret":0}"#,
    ],
    [
        "/relation/get_groupinfo/?opua=AndroidSDK_17_maguro_4.2.2",
        r#"{
            "appid":"100703379",
            "openid":"A3284A812ECA15269F85AE1C2D94EB37",
            "accessToken":"964EE8FACFA24AE88AEEEEBD84028E19",
            "groupOpenid":"84A812ECA15269F85AE1C2"
        }"#,
        r#"{
            "is_lost":"0", "platCode":"0", "groupName":"xxxx", "fingerMemo":"xxxx", "memberNum":"1000",
            "maxNum":"2000", "ownerOpenid":"A3284A812ECA15269F85AE1C2D94EB38", "unionid":"xxxx", "zoneid":"1",
            "adminOpenids":"0000000000000000000000002329FBEF,0000000000000000000000002329FAFF",
            "msg": "success", "ret": 0
        }"#,
    ],
    [
        "/relation/unbind_group/?opua=AndroidSDK_17_maguro_4.2.2",
        r#"{
            "appid":"100703379",
            "openid":"A3284A812ECA15269F85AE1C2D94EB37",
            "accessToken":"964EE8FACFA24AE88AEEEEBD84028E19",
            "groupOpenid":"84A812ECA15269F85AE1C2",
            "unionid":"xxxx"
        }"#,
        r#"{"is_lost":"0","platCode":"0","msg":"success","ret":0}"#,
    ],
    [
        "/relation/get_group_detail?opua=AndroidSDK_17_maguro_4.2.2",
        r#"{
            "appid": "1000000688",
            "openid": "ECF664F0127DAB4004821795B40797F6",
            "accessToken": "A3296A00BA6E44EF739CC2EE52D35F52",
            "opt": "1",
            "unionid": "35502799",
            "zoneid": "35",
            "groupCode": "188959810"
        }"#,
        r#"{
            "adminOpenids": "", "fingerMemo": "", "groupName": "傲世西游35区绑群",
            "groupOpenid": "4944D5C58AF654020B010465AC945E76", "is_lost": "0", "joinGroupKey": "",
            "maxNum": "200", "memberNum": "1", "msg": "success", "ownerOpenid": "ECF664F0127DAB4004821795B40797F6",
            "platCode": "0", "ret": 0, "unionid": "35502799", "zoneid": "35"
        }"#,
    ],
    [
        "/relation/get_vip_rich_info/",
        r#"{
            "appid": "100703379",
            "accessToken": "E16A9965C446956D89303747C632C27B",
            "openid": "F4382318AFBBD94F856E866043C3472E"
        }"#,
        r#"{
            "is_lost": "0", "is_qq_vip": "0", "msg": "success", "qq_svip_end": "0", "qq_svip_start": "0",
            "qq_vip_end": "0", "qq_vip_start": "0", "qq_year_vip_end": "0", "qq_year_vip_start": "0", "ret": 0,
            "is_qq_year_vip":"1", "is_svip":"1"
        }"#,
    ],
    [
        "/profile/load_vip/",
        r#"{
            "appid": 100703379,
            "login": 2,
            "uin": 0,
            "openid": "A3284A812ECA15269F85AE1C2D94EB37",
            "vip": 13,
            "accessToken":"A3284A812ECA15A3284A812ECA15269F85AE1C2D94EB37269F85AE1C2D94EB37"
        }"#,
        r#"{
            "ret": 0, "msg": "",
            "lists": [
                {"flag": 1, "year": 0, "level": 0, "luxury": 0, "ispay": 0, "isvip": 0, "qqLevel": 1},
                {"flag": 4, "year": 0, "level": 0, "luxury": 0, "ispay": 0, "isvip": 0, "qqLevel": 0},
                {"flag": 8, "year": 0, "level": 0, "luxury": 0, "ispay": 0, "isvip": 0, "qqLevel": 0}
            ]
        }"#,
    ],
    // The answer has a `msdkExtInfo` that the request beside it does not have.
    [
        "/profile/get_gift/?msdkExtInfo=testhunter",
        r#"{
            "appid": "100703379",
            "openid": "F4382318AFBBD94F856E866043C3472E"
        }"#,
        r#"{
            "GiftPackList": [{"giftCount": "1", "giftId": "1001"}],
            "msdkExtInfo": "testhunter", "msg": "success", "ret": 0
        }"#,
    ],
    [
        "/profile/get_wifi/",
        r#"{
            "appid": "100703379",
            "openid": "A3284A812ECA15269F85AE1C2D94EB37"
        }"#,
        r#"{"msg": "success", "ret": 0, "wifiVip": 1}"#,
    ],
    [
        "/profile/qqscore_batch/",
        r#"{
            "appid": "100703379",
            "accessToken": "E16A9965C446956D89303747C632C27B",
            "openid": "F4382318AFBBD94F856E866043C3472E",
            "param": [
                {
                    "type": 3,
                    "bcover": 1,
                    "data": "999",
                    "expires": "123459751"
                },
                {
                    "type": 2,
                    "bcover": 1,
                    "data": "1999",
                    "expires": "123459751"
                }
            ]
        }"#,
        r#"{"msg":"success","ret":0,"type":0}"#,
    ],
];

#[tokio::test]
async fn every_sample_is_accepted_and_answered_in_its_shape() {
    for [target, body, expected] in SAMPLES {
        let fields: Value = serde_json::from_str(body).unwrap();
        let (app_id, openid) = (text(&fields["appid"]), text(&fields["openid"]));
        let gateway = Gateway::builder().app(&app_id, APP_KEY).clock(NOW).world(world(&fields));
        let gateway = gateway.start().await.unwrap();

        let (path, more) = target.split_once('?').unwrap_or((target, ""));
        let timestamp = NOW.as_secs().to_string();
        let sig = MsdkSigner::new(APP_KEY).signature(&timestamp);
        let query = format!("timestamp={timestamp}&appid={app_id}&sig={}&openid={openid}&encode=1", sig.expose());
        let more = if more.is_empty() { String::new() } else { format!("&{more}") };
        let request = format!(
            "POST {path}?{query}{more} HTTP/1.0\r\nHost:msdktest.qq.com\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            body.len(),
        );
        let answer = exchange(&gateway, request.as_bytes()).await;
        let expected: Value = serde_json::from_str(expected).unwrap();
        assert_eq!(answer["ret"], 0, "{path}: {answer}");
        assert_eq!(shape(&answer), shape(&expected), "{path}: {answer}");
    }
}

/// The world in which a sample makes sense.
fn world(fields: &Value) -> World {
    let token = ["openkey", "access_token", "accessToken"].iter().find_map(|name| fields[name].as_str());
    let openid = text(&fields["openid"]);
    let mut caller = Player::new(&openid, token.unwrap_or("none")).with_gift("1001", 1);
    caller.wifi = true;
    let friend = Player::new(demo::FRIEND, "x").with_vip(VipKind::Normal, msdk_mock::Vip::default());
    World::empty()
        .with_player(friend)
        .with_player(caller)
        .with_friends(&openid, demo::FRIEND)
        .with_group(Group::new("xxxx", "113172721", "", &openid).with_binding("xxx", "0"))
        .with_group(Group::new("84A812ECA15269F85AE1C2", "1", "", &openid).with_binding("xxxx", "1"))
        .with_group(Group::new(demo::GROUP_OPENID, "188959810", "", &openid).with_binding("35502799", "35"))
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

async fn exchange(gateway: &Gateway, request: &[u8]) -> Value {
    let address = gateway.base_url().strip_prefix("http://").unwrap();
    let mut connection = TcpStream::connect(address).await.unwrap();
    connection.write_all(request).await.unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).await.unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.0 200 OK\r\n"), "{head}");
    serde_json::from_str(body).unwrap()
}

/// The keys and the types of an answer.
fn shape(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), shape(value))).collect(),
        Value::Array(items) => items.iter().map(shape).collect(),
        Value::String(_) => json!("text"),
        Value::Number(_) => json!("int"),
        other => other.clone(),
    }
}
