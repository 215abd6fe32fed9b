use super::*;
use crate::testing::{answer, assert_request, session, violations};

fn call() -> ShareQq {
    ShareQq::new(
        "69FF99F3B17436F2F6621FA158B30549",
        "test by hunter",
        "摘要",
        game_center_url("100703379"),
        "http://mat1.gtimg.com/www/images/qq2012/erweimaVideoPic.png",
    )
}

#[test]
fn is_sent_as_documented() {
    assert_request(
        &session(),
        ShareQq { preview_text: Some("我在天天连萌游戏".into()), ..call() },
        r#"
            POST http://msdktest.qq.com/share/qq/
            ?timestamp=1381288134&appid=100703379&sig=a40e358132d0e9457e89bf30684b6e6b
            &openid=A3284A812ECA15269F85AE1C2D94EB37&encode=1

            content-type: application/x-www-form-urlencoded

            {"appid":100703379,"oauth_consumer_key":100703379,"openid":"A3284A812ECA15269F85AE1C2D94EB37",
            "access_token":"933FE8C9AB9C585D7EABD04373B7155F","openkey":"933FE8C9AB9C585D7EABD04373B7155F",
            "dst":1001,"flag":1,"act":0,"fopenids":[{"openid":"69FF99F3B17436F2F6621FA158B30549","type":0}],
            "title":"test by hunter","summary":"摘要",
            "target_url":"http://gamecenter.qq.com/gcjump?appid=100703379&pf=invite&from=iphoneqq&plat=qq
            &originuin=111&ADTAG=gameobj.msg_invite",
            "image_url":"http://mat1.gtimg.com/www/images/qq2012/erweimaVideoPic.png","src":0,
            "previewText":"我在天天连萌游戏"}
            "#,
    );
}

#[test]
fn what_is_optional_is_sent_when_it_is_there() {
    let request = ShareQq {
        act: ShareAction::OpenApp,
        src: -1,
        game_tag: Some(GameTag::HeartSend),
        userip: Some([192, 168, 5, 114].into()),
        ..ShareQq::new("69FF", "\"1\"", "2", "http://a/?b=1", "http://a/b.png")
    };
    assert_request(
        &session(),
        request,
        r#"
            POST http://msdktest.qq.com/share/qq/
            ?timestamp=1381288134&appid=100703379&sig=a40e358132d0e9457e89bf30684b6e6b
            &openid=A3284A812ECA15269F85AE1C2D94EB37&encode=1

            content-type: application/x-www-form-urlencoded

            {"appid":100703379,"oauth_consumer_key":100703379,"openid":"A3284A812ECA15269F85AE1C2D94EB37",
            "access_token":"933FE8C9AB9C585D7EABD04373B7155F","openkey":"933FE8C9AB9C585D7EABD04373B7155F",
            "dst":1001,"flag":1,"act":1,"fopenids":[{"openid":"69FF","type":0}],"title":"\"1\"","summary":"2",
            "target_url":"http://a/?b=1","image_url":"http://a/b.png","src":-1,"game_tag":"MSG_HEART_SEND",
            "userip":"192.168.5.114"}
            "#,
    );
}

#[test]
fn texts_are_limited_in_bytes() {
    let fits: [&str; 4] = ["", "a", &"a".repeat(45), &"连".repeat(15)];
    for text in fits.map(str::to_owned) {
        let request = ShareQq { title: text.clone(), summary: text.clone(), preview_text: Some(text), ..call() };
        assert_eq!(violations(request), [""; 0]);
    }
    let title = |text: &str| ShareQq { title: text.into(), ..call() };
    let summary = |text: &str| ShareQq { summary: text.into(), ..call() };
    let preview_text = |text: &str| ShareQq { preview_text: Some(text.into()), ..call() };
    let target_url = |bytes| ShareQq { target_url: "a".repeat(bytes), ..call() };
    let (bytes, characters) = (&"a".repeat(46), &"连".repeat(16));
    let cases: [(_, &[&str]); 11] = [
        (title(bytes), &["`title` must have at most 45 bytes of UTF-8, has 46"]),
        (title(characters), &["`title` must have at most 45 bytes of UTF-8, has 48"]),
        (summary(bytes), &["`summary` must have at most 45 bytes of UTF-8, has 46"]),
        (summary(characters), &["`summary` must have at most 45 bytes of UTF-8, has 48"]),
        (preview_text(""), &[]),
        (preview_text(bytes), &["`previewText` must have at most 45 bytes of UTF-8, has 46"]),
        (preview_text(characters), &["`previewText` must have at most 45 bytes of UTF-8, has 48"]),
        (target_url(0), &[]),
        (target_url(1024), &[]),
        (target_url(1025), &["`target_url` must have at most 1024 bytes of UTF-8, has 1025"]),
        (ShareQq { image_url: String::new(), ..call() }, &["`image_url` must have at least 1 byte of UTF-8, has 0"]),
    ];
    for (request, expected) in cases {
        assert_eq!(violations(request), expected);
    }
}

#[test]
fn an_action_is_0_or_1_and_tags_are_free() {
    for act in [ShareAction::OpenUrl, ShareAction::OpenApp] {
        let game_tag = Some(GameTag::Other("MSG_OF_OURS".into()));
        assert_eq!(violations(ShareQq { act, game_tag, ..call() }), [""; 0]);
    }
    for code in [-1, 2] {
        let request = ShareQq { act: ShareAction::from_code(code), ..call() };
        assert_eq!(violations(request), [format!("`act` must be 0 or 1, is {code}")]);
    }
}

#[test]
fn the_address_has_not_the_template_s_placeholder_and_the_friend_an_openid() {
    let friend = |openid: &str| ShareQq { fopenids: ShareTarget(openid.into()), ..call() };
    let address = |app_id: &str| ShareQq { target_url: game_center_url(app_id), ..call() };
    let template = "`target_url` must have the app id in place of `{YOUR_APPID}`, as `game_center_url` puts it";
    let cases = [
        (friend(""), "`fopenids[0].openid` must not be empty"),
        (friend("69FF\t"), "`fopenids[0].openid` must not have control characters"),
        (address("{YOUR_APPID}"), template),
    ];
    for (request, expected) in cases {
        assert_eq!(violations(request), [expected]);
    }
    for url in ["http://a/?b={\"c\":1}", "http://a/{", "http://a/}", "http://a/{id}"] {
        assert_eq!(violations(ShareQq { target_url: url.into(), ..call() }), [""; 0], "{url}");
    }
}

#[test]
fn broken_rules_come_together() {
    let request = ShareQq {
        act: ShareAction::Other(2),
        preview_text: Some("连".repeat(16)),
        ..ShareQq::new("", "a".repeat(46), "a".repeat(46), game_center_url("{YOUR_APPID}"), "")
    };
    assert_eq!(
        violations(request),
        [
            "`act` must be 0 or 1, is 2",
            "`fopenids[0].openid` must not be empty",
            "`title` must have at most 45 bytes of UTF-8, has 46",
            "`summary` must have at most 45 bytes of UTF-8, has 46",
            "`image_url` must have at least 1 byte of UTF-8, has 0",
            "`previewText` must have at most 45 bytes of UTF-8, has 48",
            "`target_url` must have the app id in place of `{YOUR_APPID}`, as `game_center_url` puts it",
        ]
    );
}

#[test]
fn the_sample_is_read() {
    answer(call(), r#"{"ret":0,"msg":"success"}"#).unwrap();
}
