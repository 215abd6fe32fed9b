use super::*;
use crate::testing::{answer, assert_request, session, violations};

fn call(friends: &[&str]) -> QqfriendsVip {
    QqfriendsVip::new(friends.iter().copied(), [127, 0, 0, 1].into())
}

#[test]
fn is_sent_as_documented() {
    assert_request(
        &session(),
        call(&["69FF99F3B17436F2F6621FA158B30549"]),
        r#"
            POST http://msdktest.qq.com/relation/qqfriends_vip/
            ?timestamp=1381288134&appid=100703379&sig=a40e358132d0e9457e89bf30684b6e6b
            &openid=A3284A812ECA15269F85AE1C2D94EB37&encode=1

            content-type: application/x-www-form-urlencoded

            {"appid":"100703379","openid":"A3284A812ECA15269F85AE1C2D94EB37",
            "accessToken":"933FE8C9AB9C585D7EABD04373B7155F",
            "fopenids":["69FF99F3B17436F2F6621FA158B30549"],"flags":"qq_vip","userip":"127.0.0.1",
            "pf":"openmobile"}
            "#,
    );
}

#[test]
fn several_memberships_are_joined_and_others_kept() {
    let flags = [VipService::QqVip, VipService::Other("qq_svip".into())].into();
    let pf = LoginPlatform::OpenmobileAndroid;
    assert_request(
        &session(),
        QqfriendsVip { flags, pf, ..call(&["69FF", "B9EE"]) },
        r#"
            POST http://msdktest.qq.com/relation/qqfriends_vip/
            ?timestamp=1381288134&appid=100703379&sig=a40e358132d0e9457e89bf30684b6e6b
            &openid=A3284A812ECA15269F85AE1C2D94EB37&encode=1

            content-type: application/x-www-form-urlencoded

            {"appid":"100703379","openid":"A3284A812ECA15269F85AE1C2D94EB37",
            "accessToken":"933FE8C9AB9C585D7EABD04373B7155F",
            "fopenids":["69FF","B9EE"],"flags":"qq_vip,qq_svip","userip":"127.0.0.1",
            "pf":"openmobile_android"}
            "#,
    );
}

#[test]
fn friends_are_1_to_50() {
    let cases: [(&[&str], &[&str]); 4] = [
        (&[], &["`fopenids` must have 1 to 50 items, has 0"]),
        (&["69FF"], &[]),
        (&["69FF"; 50], &[]),
        (&["69FF"; 51], &["`fopenids` must have 1 to 50 items, has 51"]),
    ];
    for (friends, expected) in cases {
        assert_eq!(violations(call(friends)), expected);
    }
}

#[test]
fn memberships_are_at_least_one_and_without_commas() {
    let joined = "`flags` is joined with commas, so no item may be empty or have one";
    let cases: [(&[&str], &[&str]); 4] = [
        (&[], &["`flags` must have at least 1 item, has 0"]),
        (&["qq_vip"], &[]),
        (&["qq_vip,qq_svip"], &[joined]),
        (&["qq_vip", ""], &[joined]),
    ];
    for (flags, expected) in cases {
        let flags = flags.iter().map(|code| VipService::from_code(code)).collect();
        assert_eq!(violations(QqfriendsVip { flags, ..call(&["69FF"]) }), expected);
    }
}

#[test]
fn broken_rules_come_together() {
    let request = QqfriendsVip { flags: CommaList::default(), ..call(&["69FF", ""]) };
    assert_eq!(violations(request), ["`fopenids[1]` must not be empty", "`flags` must have at least 1 item, has 0"]);
}

#[test]
fn the_sample_is_read() {
    let body = r#"{
        "is_lost": "0",
        "lists": [
            {
                "is_qq_vip": 1,
                "is_qq_year_vip": 1,
                "openid": "69FF99F3B17436F2F6621FA158B30549",
                "qq_vip_level": 6
            }
        ],
        "msg": "success",
        "ret": 0
    }"#;
    let expected = QqfriendsVipReply {
        lists: vec![FriendVip {
            openid: "69FF99F3B17436F2F6621FA158B30549".into(),
            is_qq_vip: true,
            qq_vip_level: Some(6),
            is_qq_year_vip: true,
        }],
        is_lost: false,
    };
    assert_eq!(answer(call(&["69FF"]), body).unwrap(), expected);
}

#[test]
fn levels_are_for_members_and_may_be_quoted() {
    let friend = |openid: &str, is_qq_vip, qq_vip_level| FriendVip {
        openid: openid.into(),
        is_qq_vip,
        qq_vip_level,
        is_qq_year_vip: false,
    };
    let body = r#"{"ret":0,"is_lost":"1","lists":[
        {"openid":"A","is_qq_vip":0}, {"openid":"B","is_qq_vip":"1","qq_vip_level":"3"}, {"openid":"C"}
    ]}"#;
    let expected = QqfriendsVipReply {
        lists: vec![friend("A", false, None), friend("B", true, Some(3)), friend("C", false, None)],
        is_lost: true,
    };
    assert_eq!(answer(call(&["A", "B", "C"]), body).unwrap(), expected);
}
