use super::*;
use crate::testing::{answer, assert_request, session, violations};

const CALL: LoadVip = LoadVip { vip: VipMask::NORMAL.union(VipMask::BLUE).union(VipMask::RED) };

#[test]
fn is_sent_as_documented() {
    assert_request(
        &session(),
        CALL,
        r#"
            POST http://msdktest.qq.com/profile/load_vip/
            ?timestamp=1381288134&appid=100703379&sig=a40e358132d0e9457e89bf30684b6e6b
            &openid=A3284A812ECA15269F85AE1C2D94EB37&encode=1

            content-type: application/x-www-form-urlencoded

            {"appid":100703379,"openid":"A3284A812ECA15269F85AE1C2D94EB37",
            "accessToken":"933FE8C9AB9C585D7EABD04373B7155F","login":2,"uin":0,"vip":13}
            "#,
    );
}

#[test]
fn the_mask_has_at_least_one_bit_and_may_have_later_ones() {
    let cases: [(_, &[&str]); 7] = [
        (0, &["`vip` must be 1 to 2147483647, is 0"]),
        (1, &[]),
        (2, &[]),
        (253, &[]),
        (256, &[]),
        (0x7fff_ffff, &[]),
        (0x8000_0000, &["`vip` must be 1 to 2147483647, is 2147483648"]),
    ];
    for (bits, expected) in cases {
        assert_eq!(violations(LoadVip { vip: VipMask::from_bits_retain(bits) }), expected);
    }
}

#[test]
fn the_sample_is_read() {
    let body = r#"{
        "ret": 0,
        "msg": "",
        "lists": [{
            "flag": 1,
            "year": 0,
            "level": 0,
            "luxury": 0,
            "ispay": 0,
            "isvip": 0,
            "qqLevel": 1
        },
        {
            "flag": 4,
            "year": 0,
            "level": 0,
            "luxury": 0,
            "ispay": 0,
            "isvip": 0,
            "qqLevel": 0

        },
        {
            "flag": 8,
            "year": 0,
            "level": 0,
            "luxury": 0,
            "ispay": 0,
            "isvip": 0,
            "qqLevel": 0
        }]
    }"#;
    let none = |flag, qq_level| VipStatus {
        flag,
        isvip: false,
        year: false,
        level: 0,
        luxury: false,
        is_game_member: false,
        qq_level,
    };
    let lists = vec![none(VipKind::Normal, 1), none(VipKind::Blue, 0), none(VipKind::Red, 0)];
    assert_eq!(answer(CALL, body).unwrap(), LoadVipReply { lists });
}

#[test]
fn values_may_be_quoted_or_absent_but_for_kind_and_membership() {
    let body = r#"{"ret":0,"lists":[
        {"flag":"32","isvip":"1","ispay":"1","level":"7"},
        {"flag":256,"isvip":1}
    ]}"#;
    let member = |flag, level, is_game_member| VipStatus {
        flag,
        isvip: true,
        year: false,
        level,
        luxury: false,
        is_game_member,
        qq_level: 0,
    };
    let lists = vec![member(VipKind::Game, 7, true), member(VipKind::Other(256), 0, false)];
    assert_eq!(answer(CALL, body).unwrap(), LoadVipReply { lists });

    for (entry, path) in [
        (r#"{"isvip":1}"#, "lists[0].flag"),
        (r#"{"flag":1}"#, "lists[0].isvip"),
        (r#"{"flag":1,"isvip":1,"level":"high"}"#, "lists[0].level"),
    ] {
        let error = answer(CALL, &format!(r#"{{"ret":0,"lists":[{entry}]}}"#)).unwrap_err();
        assert_eq!(error.path(), Some(path));
    }
}

#[test]
fn a_value_is_told_where_it_means_something() {
    use VipKind::{Blue, Game, Normal, Other, Red, Super, Xinyue, Yellow};
    // The kind, then: yearly, level, luxury, member of the game, QQ level.
    let cases = [
        (Normal, (Some(true), Some(5), Some(true), None, Some(30))),
        (Blue, (Some(true), Some(5), Some(true), None, None)),
        (Red, (Some(true), Some(5), Some(true), None, None)),
        (Super, (None, None, None, None, None)),
        (Game, (Some(true), Some(5), Some(true), Some(true), None)),
        (Xinyue, (None, Some(5), None, None, None)),
        (Yellow, (Some(true), None, Some(true), None, None)),
        (Other(256), (Some(true), Some(5), Some(true), None, None)),
    ];
    for (kind, expected) in cases {
        let status = VipStatus {
            flag: kind,
            isvip: true,
            year: true,
            level: 5,
            luxury: true,
            is_game_member: true,
            qq_level: 30,
        };
        assert_eq!((status.kind(), status.is_vip()), (kind, true));
        let told = (status.is_yearly(), status.level(), status.is_luxury(), status.is_game_member(), status.qq_level());
        assert_eq!(told, expected, "{kind:?}");
    }
}

#[test]
fn kinds_are_the_bits_of_the_mask() {
    let codes: Vec<i64> = VipKind::ALL.iter().map(|kind| kind.code()).collect();
    let bits: Vec<i64> = VipMask::all().iter().map(|mask| mask.bits().into()).collect();
    assert_eq!((codes, bits), (vec![1, 4, 8, 16, 32, 64, 128], vec![1, 4, 8, 16, 32, 64, 128]));
}
