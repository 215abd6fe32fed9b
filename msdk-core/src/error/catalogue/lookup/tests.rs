use super::{Diagnosis, diagnose};
use crate::{
    describe::Metadata,
    error::Envelope,
    error::{
        Advice::{self, AskSupport, FixRequest, Ignore, LogInAgain, RefreshToken, Retry, SlowDown},
        Bilingual, Code, Layer,
        catalogue::platform_code,
    },
};

fn refusal(ret: i64, msg: &str) -> Envelope {
    Envelope { ret, msg: msg.to_owned(), plat_code: None, err_type: None, ext_info: None }
}

const fn endpoint(path: &'static str) -> Metadata {
    Metadata::post("of_a_test", path)
}

fn row(diagnosis: Diagnosis) -> (Option<i64>, Option<Layer>, Advice) {
    (diagnosis.code.and_then(|row| row.code), diagnosis.layer(), diagnosis.advice)
}

#[track_caller]
fn assert_found(path: &'static str, ret: i64, msg: &str, expected: (i64, Layer, Advice)) {
    let (code, layer, advice) = expected;
    let found = diagnose(&endpoint(path), &refusal(ret, msg));
    assert_eq!(row(found), (Some(code), Some(layer), advice), "{path} {ret} {msg:?}");
}

#[test]
fn documented_texts_have_their_code() {
    let cases = [
        (-10000, "-73,the user modify password wrong", Some(-73)),
        (-10000, "100030,is_friend is 0", Some(100_030)),
        (-20000, "40001,invalid credential", Some(40001)),
        (-10000, "30,null ServiceError: :workid=1 APIException: \t30,response errorCode error 30", Some(30)),
        (-10000, " 30 , spaces", Some(30)),
        (-10000, "+30", Some(30)),
        (-10000, "-73 no comma", Some(-73)),
        (-10000, "30，全角", Some(30)),
        (-10000, "30th, no code", None),
        (-10000, "oops, 30", None),
        (-10000, ",30", None),
        (-10000, "", None),
        (-10000, "99999999999999999999,too long", None),
        (-502, "30,not a platform's", None),
    ];
    for (ret, msg, code) in cases {
        assert_eq!(platform_code(ret, msg), code, "{ret} {msg:?}");
    }
}

#[test]
fn a_number_means_what_it_means_on_its_endpoint() {
    use Layer::{Access, GameCenter, Gift, Logic, MobileQq, Share, WeChat};

    assert_found("/share/qq/", -10000, "100030,is_friend is 0", (100_030, Share, Ignore));
    assert_found("/relation/qqprofile/", -10000, "100030,no", (100_030, MobileQq, LogInAgain));
    for (code, of_share, of_others) in [
        (100_000, LogInAgain, FixRequest),
        (100_001, FixRequest, FixRequest),
        (100_003, Retry, FixRequest),
        (100_004, FixRequest, FixRequest),
        (100_012, Retry, FixRequest),
        (100_021, Retry, Retry),
    ] {
        assert_found("/share/qq/", -10000, &format!("{code},x"), (code, Share, of_share));
        assert_found("/auth/verify_login/", -10000, &format!("{code},x"), (code, MobileQq, of_others));
    }
    assert_found("/share/qq", -10000, "30,limit", (30, Share, Ignore));

    assert_found("/profile/get_gift/", -10000, "-2,x", (-2, Gift, FixRequest));
    assert_found("/profile/get_gift/", -7, "x", (-7, Gift, SlowDown));
    assert_found("/relation/qqprofile/", -10000, "-7,x", (-7, MobileQq, FixRequest));
    assert_found("/relation/wxprofile/", -20000, "-1,x", (-1, WeChat, Retry));
    assert_found("/relation/qqprofile/", -15000, "oidb failed, ret:-2", (-2, Layer::Oidb, Retry));
    for (ret, of_gifts, of_others) in
        [(-10002, LogInAgain, LogInAgain), (-20001, Retry, FixRequest), (-20002, Retry, LogInAgain)]
    {
        assert_found("/profile/get_gift/", ret, "x", (ret, Gift, of_gifts));
        assert_found("/profile/load_vip/", ret, "x", (ret, Logic, of_others));
    }

    assert_found("/profile/qqscore_batch/", -4012, "x", (-4012, GameCenter, Ignore));
    assert_found("/profile/qqscore_batch/", -10000, "-4009,x", (-4009, GameCenter, SlowDown));
    assert_found("/profile/load_vip/", -4012, "x", (-2000, Logic, Retry));

    assert_found("/share/qq/", -101, "x", (-101, Access, Retry));
    assert_found("/share/qq/", -102, "x", (-102, Logic, Retry));
    assert_found("/share/qq/", -107, "x", (-107, Access, FixRequest));
    assert_found("/share/qq/", -1005, "x", (-1005, Logic, AskSupport));
}

#[test]
fn codes_of_groups_are_read_by_endpoint() {
    let found = |path, plat_code| {
        row(diagnose(&endpoint(path), &Envelope { plat_code, ..refusal(-10000, "-73,the user modify password wrong") }))
    };
    let group = Some(Layer::QqGroup);
    for (path, code, advice) in [
        ("/relation/unbind_group/", 2003, LogInAgain),
        ("/relation/unbind_group/", 2004, SlowDown),
        ("/relation/get_groupopenid/", 2003, Ignore),
        ("/relation/get_groupopenid/", 2004, FixRequest),
        ("/relation/get_groupinfo/", 2007, FixRequest),
        ("/relation/get_group_detail/", 2007, FixRequest),
        ("/relation/get_group_detail/", 2010, Retry),
    ] {
        assert_eq!(found(path, Some(code)), (Some(code), group, advice), "{path}");
    }
    // Nothing in `platCode`, or nothing that this endpoint knows: the text decides.
    for (path, code) in
        [("/relation/unbind_group/", None), ("/relation/unbind_group/", Some(0)), ("/profile/load_vip/", Some(2003))]
    {
        assert_eq!(found(path, code), (Some(-73), Some(Layer::MobileQq), LogInAgain), "{path}");
    }
}

#[test]
fn the_first_table_of_group_details_is_believed() {
    let found =
        diagnose(&endpoint("/relation/get_group_detail/"), &Envelope { plat_code: Some(2002), ..refusal(-10000, "") });
    assert_eq!(found.meaning().en, "the group's openid has no binding");
}

#[test]
fn no_range_hides_a_row_of_a_later_table() {
    assert_found("/share/qq/", -10000, "-73,the user modify password wrong", (-73, Layer::MobileQq, LogInAgain));
    assert_found("/share/qq/", -502, "x", (-502, Layer::Access, FixRequest));
    let other = diagnose(&endpoint("/share/qq/"), &refusal(-10000, "4711,x"));
    assert_eq!(row(other), (None, Some(Layer::Share), AskSupport));
    assert_eq!(other.code.and_then(|row| row.code), None);
    assert!(other.code.is_some());
    // Without a code of the platform there is nothing that could have been passed on.
    assert_found("/share/qq/", -10000, "x", (-10000, Layer::Logic, AskSupport));
}

#[test]
fn unknown_codes_are_classed_by_range() {
    for (ret, code, advice) in [
        (-100, -100, Retry),
        (-999, -100, Retry),
        (-1000, -1000, FixRequest),
        (-1999, -1000, FixRequest),
        (-2000, -2000, Retry),
        (-9999, -2000, Retry),
        (-10000, -10000, AskSupport),
        (-14999, -10000, AskSupport),
        (-15000, -15000, AskSupport),
        (-19999, -15000, AskSupport),
        (-20000, -20000, AskSupport),
        (-29999, -20000, AskSupport),
        (-30000, -30000, Retry),
        (-39999, -30000, Retry),
    ] {
        assert_found("/game/coins/", ret, "4711,x", (code, Layer::Logic, advice));
    }
    for ret in [-40000, -99, 2, 4711, i64::MIN, i64::MAX] {
        let found = diagnose(&endpoint("/game/coins/"), &refusal(ret, ""));
        assert_eq!(row(found), (None, None, AskSupport), "{ret}");
        assert!(!found.meaning().zh.is_empty() && found.remedy().en.contains("support"));
    }
}

#[test]
fn codes_of_oidb_are_read_by_command() {
    let cases = [
        (-15000, "oidb decode0x73a failed, ret:17", 17, LogInAgain),
        (-103, "oidb decode0x73a failed, ret:17", 17, LogInAgain),
        (-19999, "oidb decode0x711 failed, ret:17", 17, FixRequest),
        (-15000, "oidb decode0X73A failed, ret: 24", 24, LogInAgain),
        (-15000, "oidb decode0x73a failed, ret:151", -105, LogInAgain),
        (-15000, "oidb decode0x73a failed, ret:-105", -105, LogInAgain),
        (-15000, "oidb decode0x5e1 failed, ret:116", 116, LogInAgain),
        (-15000, "oidb decode0x5e1 failed, ret:-140.", 116, LogInAgain),
        (-15000, "oidb decode0x5e1 failed, ret:113", -143, Ignore),
        (-15000, "no ret:number, but ret:-2", -2, Retry),
    ];
    for (ret, msg, code, advice) in cases {
        assert_found("/profile/query_vip", ret, msg, (code, Layer::Oidb, advice));
    }
    assert_found("/profile/query_vip", -15000, "oidb decode0x5e1 failed, ret:17", (-15000, Layer::Logic, AskSupport));
    assert_found("/profile/query_vip", -15000, "ret:9999999999", (-15000, Layer::Logic, AskSupport));
    assert_found("/profile/query_vip", -103, "busy", (-103, Layer::Logic, Retry));
    assert_found("/profile/query_vip", -104, "oidb ret:17", (-104, Layer::Logic, Retry));
}

#[test]
fn err_type_decides_what_to_do() {
    let found = |ret, msg, err_type| {
        diagnose(&endpoint("/profile/load_vip/"), &Envelope { err_type: Some(err_type), ..refusal(ret, msg) })
    };
    for (ret, msg, err_type, expected) in [
        (-10000, "-2,x", 1, (Some(-2), Some(Layer::MobileQq), Retry)),
        (-10000, "-2,x", 2, (Some(-2), Some(Layer::MobileQq), LogInAgain)),
        (-10000, "-2,x", 3, (Some(-2), Some(Layer::MobileQq), LogInAgain)),
        (-20000, "40003,x", 3, (Some(40003), Some(Layer::WeChat), RefreshToken)),
        (-10000, "-2,x", 0, (Some(-2), Some(Layer::MobileQq), FixRequest)),
        (-10000, "-2,x", 4, (Some(-2), Some(Layer::MobileQq), FixRequest)),
        (-10000, "-2,x", 5, (Some(-2), Some(Layer::MobileQq), FixRequest)),
        (-10000, "4711,x", 2, (Some(2), Some(Layer::ErrType), LogInAgain)),
        (-10000, "4711,x", 3, (Some(2), Some(Layer::ErrType), LogInAgain)),
        (-20000, "4711,x", 3, (Some(3), Some(Layer::ErrType), RefreshToken)),
        (-10000, "4711,x", 5, (Some(-10000), Some(Layer::Logic), AskSupport)),
        (4711, "x", 5, (Some(5), Some(Layer::ErrType), AskSupport)),
    ] {
        assert_eq!(row(found(ret, msg, err_type)), expected, "{ret} {msg} {err_type}");
    }
    // A remedy never contradicts the advice that it is given with.
    assert_eq!(found(-10000, "-2,x", 2).remedy().en, "have the player log in again");
    assert_eq!(found(-10000, "-2,x", 5).remedy().en, "check that the app key belongs to the app id");
    assert_eq!(found(-10000, "-20,x", 2).remedy(), found(-10000, "-20,x", 0).remedy());
}

#[test]
fn a_declaration_comes_first() {
    static CODES: [Code; 3] = [
        Code::declared(-73, Ignore, "the season is over", "show the ranking"),
        Code::declared(-10000, SlowDown, "the game is busy", "").zh("游戏繁忙", ""),
        Code::declared(2001, Retry, "the room is full", "try another").zh("房间已满", "换一个房间"),
    ];
    const COINS: Metadata = endpoint("/relation/unbind_group/").codes(&CODES);
    let found = |ret, msg, plat_code| diagnose(&COINS, &Envelope { plat_code, ..refusal(ret, msg) });

    assert_eq!(row(found(-10000, "-73,x", None)), (Some(-73), Some(Layer::Declared), Ignore));
    assert_eq!(row(found(-10000, "-73,x", Some(2001))), (Some(2001), Some(Layer::Declared), Retry));
    assert_eq!(row(found(2001, "", None)), (Some(2001), Some(Layer::Declared), Retry));
    // A row for the platform's `ret` stands for what nobody knows better.
    assert_eq!(row(found(-10000, "-21,x", None)), (Some(-21), Some(Layer::MobileQq), LogInAgain));
    let busy = found(-10000, "4711,x", None);
    assert_eq!(row(busy), (Some(-10000), Some(Layer::Declared), SlowDown));

    assert_eq!((busy.meaning().en, busy.meaning().zh), ("the game is busy", "游戏繁忙"));
    assert_eq!((busy.remedy().en, busy.remedy().zh), ("wait, and call less often", "稍候再试并降低调用频率"));
    assert_eq!(found(-10000, "-73,x", None).remedy(), Bilingual::new("show the ranking", "show the ranking"));
    assert_eq!(found(2001, "", None).remedy(), Bilingual::new("try another", "换一个房间"));
}
