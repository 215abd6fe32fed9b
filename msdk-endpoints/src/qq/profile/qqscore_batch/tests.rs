use super::*;
use crate::testing::{answer, assert_request, session, violations};

/// Facts with the one that goes with every report at their end.
fn call<const N: usize>(facts: [ScoreReport; N]) -> QqscoreBatch {
    QqscoreBatch { param: facts.into_iter().chain([ScoreReport::new(ScoreType::Platform, 1)]).collect() }
}

#[test]
fn is_sent_as_documented() {
    let settlement = UnixTime::from_secs(123_459_751);
    // The sample overwrites the score, which its table wants kept if it is higher, and lacks the platform.
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
fn what_the_platform_computes_is_not_reported() {
    let computed = "`param[0].type` is computed by the platform from type 3, so it is not reported";
    let cases = [
        (5, computed),
        (6, computed),
        (9, computed),
        (10, computed),
        (11, computed),
        (15, computed),
        (16, computed),
        (20, "`param[0].type` is not in use, so it is not reported"),
    ];
    for (code, expected) in cases {
        assert_eq!(violations(call([ScoreReport::new(ScoreType::from_code(code), 1)])), [expected]);
    }
    assert_eq!(violations(call([ScoreReport::new(ScoreType::Other(1001), 1)])), [""; 0]);
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
    let platform = "`param` must have type 12, the platform, which goes with every report";
    let guild = "`param` must have type 30, the guild's id, which goes with everything a guild reports";
    let role = "`param` must have all of the types 26, 27 and 28, or none: zone, server and role go together";
    let cases: [(&[i64], &[&str]); 15] = [
        (&[], &["`param` must have at least 1 item, has 0"]),
        (&[1], &[platform]),
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
        (&[301, 28], &[platform, guild, role]),
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
            "`param[0].type` is computed by the platform from type 3, so it is not reported",
            "`param[1].expires` must be a point in time after 1970",
            "`param[1].data` must be one of 1, 2, 3",
            "`param` must have type 12, the platform, which goes with every report",
            "`param` must have type 30, the guild's id, which goes with everything a guild reports",
        ]
    );
}
