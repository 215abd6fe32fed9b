use super::*;
use crate::testing::{answer, assert_request, session, violations};

fn call(vcopenid: &[&str]) -> QqstrangeProfile {
    QqstrangeProfile { vcopenid: vcopenid.iter().map(|&openid| openid.into()).collect() }
}

#[test]
fn is_sent_as_documented() {
    assert_request(
        &session(),
        call(&["B9EEA5EE1E99694146AC2700BFE6B88B"]),
        r#"
            POST http://msdktest.qq.com/relation/qqstrange_profile/
            ?timestamp=1381288134&appid=100703379&sig=a40e358132d0e9457e89bf30684b6e6b
            &openid=A3284A812ECA15269F85AE1C2D94EB37&encode=1

            content-type: application/x-www-form-urlencoded

            {"appid":"100703379","openid":"A3284A812ECA15269F85AE1C2D94EB37",
            "accessToken":"933FE8C9AB9C585D7EABD04373B7155F",
            "vcopenid":["B9EEA5EE1E99694146AC2700BFE6B88B"]}
            "#,
    );
}

#[test]
fn players_are_at_least_one_and_named() {
    let cases: [(&[&str], &[&str]); 4] = [
        (&[], &["`vcopenid` must have at least 1 item, has 0"]),
        (&["B9EE"], &[]),
        (&["B9EE"; 1000], &[]),
        (
            &["", "B9EE", "B9\nEE"],
            &["`vcopenid[0]` must not be empty", "`vcopenid[2]` must not have control characters"],
        ),
    ];
    for (vcopenid, expected) in cases {
        assert_eq!(violations(call(vcopenid)), expected);
    }
}

#[test]
fn the_sample_is_read() {
    let body = r#"{
        "ret": 0,
        "msg": "success",
        "lists": [
            {
                "openid": "B9EEA5EE1E99694146AC2700BFE6B88B",
                "gender": "1",
                "nickName": "/xu゛♥快到碗里来இ",
                "qzonepicture50": "http://thirdapp1.qlogo.cn/qzopenapp/aff242e95d20fb902bedd93bb1dcd4c01ed5dc2a14b37510a81685c74529ab1e/50",
                "qqpicture40": "http://q.qlogo.cn/qqapp/100732256/B9EEA5EE1E99694146AC2700BFE6B88B/40",
                "qqpicture100": "http://q.qlogo.cn/qqapp/100732256/B9EEA5EE1E99694146AC2700BFE6B88B/100",
                "qqpicture": "http://q.qlogo.cn/qqapp/100732256/B9EEA5EE1E99694146AC2700BFE6B88B"
            }
        ],
        "is_lost": "0"
    }"#;
    let picture = PictureUrl::new("http://q.qlogo.cn/qqapp/100732256/B9EEA5EE1E99694146AC2700BFE6B88B");
    // The address ends without a slash here, and with one in qqfriends_detail.
    assert_eq!(picture.size(40), "http://q.qlogo.cn/qqapp/100732256/B9EEA5EE1E99694146AC2700BFE6B88B/40");
    let expected = QqstrangeProfileReply {
        lists: vec![StrangerProfile {
            openid: "B9EEA5EE1E99694146AC2700BFE6B88B".into(),
            gender: Gender::Male,
            nick_name: "/xu゛♥快到碗里来இ".into(),
            qzonepicture50: Some(
                "http://thirdapp1.qlogo.cn/qzopenapp/\
                 aff242e95d20fb902bedd93bb1dcd4c01ed5dc2a14b37510a81685c74529ab1e/50"
                    .into(),
            ),
            qqpicture40: Some("http://q.qlogo.cn/qqapp/100732256/B9EEA5EE1E99694146AC2700BFE6B88B/40".into()),
            qqpicture100: Some("http://q.qlogo.cn/qqapp/100732256/B9EEA5EE1E99694146AC2700BFE6B88B/100".into()),
            qqpicture: Some(picture),
        }],
        is_lost: false,
    };
    assert_eq!(answer(call(&["B9EE"]), body).unwrap(), expected);
}

#[test]
fn a_player_has_an_openid_and_may_lack_the_rest() {
    let expected = QqstrangeProfileReply {
        lists: vec![StrangerProfile {
            openid: "B9EE".into(),
            gender: Gender::Other(String::new()),
            nick_name: String::new(),
            qzonepicture50: None,
            qqpicture40: None,
            qqpicture100: None,
            qqpicture: None,
        }],
        is_lost: true,
    };
    let body = r#"{"ret":0,"is_lost":1,"lists":[{"openid":"B9EE","qqpicture40":"","qqpicture":null}]}"#;
    assert_eq!(answer(call(&["B9EE"]), body).unwrap(), expected);
}
