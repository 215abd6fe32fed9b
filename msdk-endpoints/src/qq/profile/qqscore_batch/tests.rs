use super::*;
use crate::testing::{answer, assert_request, session, violations};

/// Facts with the one that goes with every report at their end.
fn call<const N: usize>(facts: [ScoreReport; N]) -> QqscoreBatch {
    QqscoreBatch { param: facts.into_iter().chain([ScoreReport::new(ScoreType::Platform, 1)]).collect() }
}

#[test]
fn is_sent_as_documented() {
    let settlement = UnixTime::from_secs(123_459_751);
    // The table wants the score kept if it is higher, and the platform beside it.
    let request = call([
        ScoreReport::new(ScoreType::Score, 999).with_settlement(settlement),
        ScoreReport::new(ScoreType::Money, 1999).with_settlement(settlement),
    ]);
    assert_request(
        &session(),
        request,
        r#"
            POST http://msdktest.qq.com/profile/qqscore_batch/
            ?timestamp=1381288134&appid=100703379&sig=a40e358132d0e9457e89bf30684b6e6b
            &openid=A3284A812ECA15269F85AE1C2D94EB37&encode=1

            content-type: application/x-www-form-urlencoded

            {"appid":"100703379","openid":"A3284A812ECA15269F85AE1C2D94EB37",
            "accessToken":"933FE8C9AB9C585D7EABD04373B7155F","param":[
            {"type":3,"data":"999","expires":"123459751","bcover":0},
            {"type":2,"data":"1999","expires":"123459751","bcover":1},
            {"type":12,"data":"1","expires":"0","bcover":1}]}
            "#,
    );
}

#[test]
fn the_sample_is_read() {
    answer(call([]), r#"{"msg":"success","ret":0,"type":0}"#).unwrap();
}

#[test]
fn the_document_s_own_sample_is_sent() {
    let fact = |kind, data| ScoreReport {
        bcover: Cover::Overwrite,
        ..ScoreReport::new(kind, data).with_settlement(UnixTime::from_secs(123_459_751))
    };
    let request = QqscoreBatch { param: vec![fact(ScoreType::Score, 999), fact(ScoreType::Money, 1999)] };
    assert_request(
        &session(),
        request,
        r#"
            POST http://msdktest.qq.com/profile/qqscore_batch/
            ?timestamp=1381288134&appid=100703379&sig=a40e358132d0e9457e89bf30684b6e6b
            &openid=A3284A812ECA15269F85AE1C2D94EB37&encode=1

            content-type: application/x-www-form-urlencoded

            {"appid":"100703379","openid":"A3284A812ECA15269F85AE1C2D94EB37",
            "accessToken":"933FE8C9AB9C585D7EABD04373B7155F","param":[
            {"type":3,"data":"999","expires":"123459751","bcover":1},
            {"type":2,"data":"1999","expires":"123459751","bcover":1}]}
            "#,
    );
}

#[test]
fn the_system_is_added_to_a_report() {
    for (system, code) in [(PlayerSystem::Android, 1), (PlayerSystem::Ios, 2)] {
        let report = QqscoreBatch::new(system, [ScoreReport::new(ScoreType::Level, 7)]);
        assert_eq!(report.param, [ScoreReport::new(ScoreType::Platform, code), ScoreReport::new(ScoreType::Level, 7)]);
        assert_eq!(violations(report), [""; 0]);
    }
}

#[test]
fn what_need_not_be_reported_may_be() {
    for kind in ScoreType::ALL.iter().copied().filter(|kind| kind.reporting() != Reporting::ByGame) {
        assert_eq!(violations(call([ScoreReport::new(kind, 1)])), [""; 0], "{kind:?}");
    }
    assert_eq!(violations(call([ScoreReport::new(ScoreType::Other(1001), 1)])), [""; 0]);
}

#[test]
fn a_listed_type_is_not_called_another() {
    let listed = "`param[0].type` is a listed code, so `Other` must not hold it";
    assert_eq!(violations(call([ScoreReport::new(ScoreType::Other(3), 1)])), [listed]);
}

#[test]
fn data_has_the_format_of_its_type() {
    let empty = "`param[0].data` must have at least 1 byte of UTF-8, has 0";
    let time = "`param[0].data` must be seconds since 1970";
    let duration = "`param[0].data` must be a number of seconds";
    let of_two = "`param[0].data` must be one of 1, 2";
    let of_three = "`param[0].data` must be one of 1, 2, 3";
    let cases: [(_, _, &[&str]); 25] = [
        (ScoreType::Level, "", &[empty]),
        (ScoreType::Level, "a", &[]),
        (ScoreType::LastLogin, "", &[empty, time]),
        (ScoreType::LastLogin, "1425513600", &[]),
        (ScoreType::LastLogin, "2015-03-05", &[time]),
        (ScoreType::LastLogin, "-1", &[time]),
        (ScoreType::PlayedSeconds, "", &[empty, duration]),
        (ScoreType::PlayedSeconds, "0", &[]),
        (ScoreType::PlayedSeconds, "1.5", &[duration]),
        (ScoreType::Platform, "0", &[of_two]),
        (ScoreType::Platform, "1", &[]),
        (ScoreType::Platform, "2", &[]),
        (ScoreType::Platform, "3", &[of_two]),
        (ScoreType::GuildJoinedAt, "1425513600s", &[time]),
        (ScoreType::GuildFoundedAt, "today", &[time]),
        (ScoreType::GuildDissolvedAt, "1 425 513 600", &[time]),
        (ScoreType::GuildMemberChange, "0", &[of_two]),
        (ScoreType::GuildMemberChange, "1", &[]),
        (ScoreType::GuildMemberChange, "2", &[]),
        (ScoreType::GuildMemberChange, "3", &[of_two]),
        (ScoreType::GuildPosition, "0", &[of_three]),
        (ScoreType::GuildPosition, "1", &[]),
        (ScoreType::GuildPosition, "3", &[]),
        (ScoreType::GuildPosition, "4", &[of_three]),
        (ScoreType::GuildQqGroupBoundAt, "today", &[]),
    ];
    for (kind, data, expected) in cases {
        let request = call([ScoreReport::new(kind, data), ScoreReport::new(ScoreType::GuildId, 7)]);
        assert_eq!(violations(request), expected, "{kind:?} {data}");
    }
}

#[test]
fn values_expire_after_1970_and_are_covered_or_not() {
    let expired = "`param[0].expires` must be a point in time after 1970";
    let score = |expires, bcover| ScoreReport { expires, bcover, ..ScoreReport::new(ScoreType::Score, 1) };
    let at = |seconds| score(Expiry::At(UnixTime::from_secs(seconds)), Cover::Overwrite);
    let cover = |code| score(Expiry::Never, Cover::from_code(code));
    let cases: [(_, &[&str]); 7] = [
        (at(-1), &[expired]),
        (at(0), &[expired]),
        (at(1), &[]),
        (cover(-1), &["`param[0].bcover` must be 0 or 1, is -1"]),
        (cover(0), &[]),
        (cover(1), &[]),
        (cover(2), &["`param[0].bcover` must be 0 or 1, is 2"]),
    ];
    for (fact, expected) in cases {
        assert_eq!(violations(call([fact])), expected);
    }
}

#[test]
fn facts_come_in_company() {
    let guild = "`param` must have type 30, the guild's id, which goes with everything a guild reports";
    let role = "`param` must have all of the types 26, 27 and 28, or none: zone, server and role go together";
    let cases: [(&[i64], &[&str]); 16] = [
        (&[], &["`param` must have at least 1 item, has 0"]),
        (&[1], &[]),
        (&[12], &[]),
        (&[1, 12], &[]),
        (&[12, 31], &[guild]),
        (&[12, 301], &[guild]),
        (&[12, 313], &[guild]),
        (&[12, 31, 301, 313, 30], &[]),
        (&[12, 30], &[]),
        (&[12, 26], &[role]),
        (&[12, 26, 27], &[role]),
        (&[12, 26, 28], &[role]),
        (&[12, 27, 28], &[role]),
        (&[12, 28, 27, 26], &[]),
        (&[12, 28], &[]),
        (&[301, 27], &[guild, role]),
    ];
    for (codes, expected) in cases {
        let param = codes.iter().map(|&code| ScoreReport::new(ScoreType::from_code(code), 1)).collect();
        assert_eq!(violations(QqscoreBatch { param }), expected, "{codes:?}");
    }
}

#[test]
fn broken_rules_come_together() {
    let param = vec![
        ScoreReport { bcover: Cover::Other(9), ..ScoreReport::new(ScoreType::BestScore, "") },
        ScoreReport::new(ScoreType::GuildPosition, "king").with_settlement(UnixTime::from_secs(0)),
    ];
    assert_eq!(
        violations(QqscoreBatch { param }),
        [
            "`param[0].data` must have at least 1 byte of UTF-8, has 0",
            "`param[0].bcover` must be 0 or 1, is 9",
            "`param[1].expires` must be a point in time after 1970",
            "`param[1].data` must be one of 1, 2, 3",
            "`param` must have type 30, the guild's id, which goes with everything a guild reports",
        ]
    );
}
