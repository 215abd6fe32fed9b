mod literals;

use std::collections::BTreeSet;

use self::literals::Source;
use super::{
    next, of, say,
    table::{ALL, JSON, REASONS, RULES, TYPES, Table},
};
use crate::access::{Strictness, json};

/// Literals in files that refuse which are no part of a message, or put its parts together.
const OTHERS: [&str; 16] = [
    " or ",
    // Of a panic without a text.
    "no text",
    // Deeds.
    "the connection is reset",
    "the connection ended in the middle of the answer",
    "<html><head><title>Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>",
    "text/html; charset=utf-8",
    "text/plain; charset=utf-8",
    // What fails a test.
    "not everything came as expected at the gateway:\n  {}",
    "nothing is expected until it is said how it is answered",
    "{}: {} expected, {} came",
    // Sources of rules.
    "Section ",
    "section 5, the codes",
    "section {}",
    "section {}, and 5, the codes",
    "sections 1.5",
    "sections 1.5, {}",
];

/// A text with its placeholders alike, be they those of `format!` or of a row.
fn plain(mut text: &str) -> String {
    let mut plain = String::new();
    while let Some((before, after)) = text.split_once('{') {
        let Some((_, after)) = after.split_once('}').filter(|(inside, _)| !inside.contains(['`', ' '])) else { break };
        plain.push_str(before);
        plain.push_str("{}");
        text = after;
    }
    plain + text
}

#[test]
fn every_message_of_the_sources_has_a_row_and_every_row_is_of_the_sources() {
    let rows: BTreeSet<String> = ALL.iter().flat_map(|table| table.iter()).map(|(en, _)| plain(en)).collect();
    let sources = Source::that_refuse();
    assert!(sources.len() > 15, "{sources:?}");
    let mut known = BTreeSet::new();
    let mut forgotten = Vec::new();
    for source in &sources {
        for literal in &source.literals {
            let literal = plain(literal);
            // A row for any name, such as "`{name}` {rule}", will do too.
            let is_said = || of(&literal.replace("{}", "7")).is_some() || say(RULES, &literal).is_some();
            let is_of_the_core = || msdk::errors::Violation::zh_of_rule(&literal).is_some();
            let is_prose = literal.contains(' ') && literal.contains(|c: char| c.is_ascii_alphabetic());
            if is_prose && !rows.contains(&literal) && !OTHERS.contains(&&*literal) && !is_said() && !is_of_the_core() {
                forgotten.push(format!("{}: {literal:?}", source.path));
            }
            known.insert(literal);
        }
    }
    assert!(forgotten.is_empty(), "without a row in refusal/chinese/table.rs:\n{}", forgotten.join("\n"));
    // Of serde_json, and of what the code puts together without a literal.
    let is_own = |table: &&Table| ![JSON, REASONS, TYPES].contains(*table);
    let own = ALL.iter().filter(is_own).flat_map(|table| table.iter());
    let stale: Vec<_> = own.map(|(en, _)| *en).filter(|en| !known.contains(&plain(en))).collect();
    assert!(stale.is_empty(), "nothing says this any more: {stale:?}");
}

#[test]
fn every_row_says_all_that_it_found() {
    let places = |text: &'static str| {
        let (mut places, mut rest) = (Vec::new(), text);
        while let (_, Some((place, after))) = next(rest) {
            places.push(place);
            rest = after;
        }
        places
    };
    for (en, zh) in ALL.iter().flat_map(|table| table.iter()) {
        let said: BTreeSet<&str> = places(zh).into_iter().collect();
        let found: BTreeSet<String> = (0..places(en).len()).map(|place| place.to_string()).collect();
        assert!(said.iter().eq(found.iter()), "{en}: {zh}");
        for kind in places(en) {
            let is_known = ["name", "text", "number", "word", "rule"].contains(&kind);
            assert!(is_known || super::table::of_kind(kind).is_some(), "{en}: {kind}");
        }
    }
}

/// What is put together from several rows.
#[test]
fn messages_are_said_in_chinese() {
    for (en, zh) in [
        ("100013,accessToken is not the token of this player", "100013,accessToken 不是该玩家的票据"),
        ("-25,timestamp has 14 digits; seconds since 1970 have 10", "-25,timestamp 有 14 位，Unix 秒应为 10 位"),
        ("`title` must have at most 45 bytes of UTF-8, has 48", "`title` 的 UTF-8 编码最多 45 字节，现为 48"),
        ("`flag` must be 1 or 2, is 3", "`flag` 只能是 1 或 2，现为 3"),
        ("`param[1].data` expected a string, found an integer", "`param[1].data` 应为字符串，实为整数"),
        (
            "`x` expected true or false or a string or an object, found null",
            "`x` 应为布尔值或字符串或对象，实为空值 null",
        ),
        (
            "`msdkExtInfo` must be ASCII letters, digits and underscores",
            "`msdkExtInfo` 只能含 ASCII 字母、数字和下划线",
        ),
        ("`optype` must be the integer 1", "`optype` 必须是整数 1"),
        ("the header `X-Game` must be a b", "请求头 `X-Game` 必须为 a b"),
        ("no endpoint at /a", "没有路径为 /a 的接口"),
        ("no endpoint at /a; did you mean /a/?", "没有路径为 /a 的接口，是否应为 /a/？"),
        (
            "the body is not UTF-8: the byte at 6 is 0xba; it looks like GBK",
            "请求体不是 UTF-8：偏移 6 处的字节为 0xba，看起来是 GBK",
        ),
        (
            "the body is JSON behind a byte order mark (EF BB BF); it must start with `{`",
            "请求体的 JSON 前有字节顺序标记（EF BB BF），必须以 `{` 开头",
        ),
        (
            "the body is not valid JSON: key `a` comes twice at line 1 column 8",
            "请求体不是合法的 JSON：键 `a` 出现两次（第 1 行第 8 列）",
        ),
        (
            "`fopenids` is a string that is no JSON: anything else",
            "`fopenids` 是字符串，内容却不是 JSON：anything else",
        ),
        ("get_gift: 1 call expected, and A made another", "get_gift：预期 1 次调用，A 又多调用一次"),
        (
            "get_gift: no such call expected, and A made one; expected: qqprofile, get_wifi",
            "get_gift：预期之外的调用，来自 A；预期的接口：qqprofile, get_wifi",
        ),
    ] {
        assert_eq!(of(en).as_deref(), Some(zh), "{en}");
    }
}

/// What a request brought stands as it is, whatever it looks like.
#[test]
fn names_may_look_like_anything() {
    assert_eq!(of("`` is missing").as_deref(), Some("`` 缺失"));
    assert_eq!(
        of("`a` is missing` is not a field of this endpoint").as_deref(),
        Some("`a` is missing` 不是该接口的字段")
    );
    assert_eq!(of("`{0}{1}` is missing").as_deref(), Some("`{0}{1}` 缺失"));
    assert_eq!(of("no endpoint at /é").as_deref(), Some("没有路径为 /é 的接口"));
    assert_eq!(of(&format!("`{}` is missing", "` must be the ".repeat(1000))), None, "it is too long to be read");
    // There must not be many ways to read it, each of which is tried.
    let name = format!("` expected a string{} or x, found a string", " or a string".repeat(60));
    let said = of(&format!("`{name}` is not a field of this endpoint"));
    assert_eq!(said, Some(format!("`{name}` 不是该接口的字段")));
    for other in ["", "user is logged in", "100014,", "access token is expired", "`title` is nonsense"] {
        assert_eq!(of(other), None, "{other:?}");
    }
}

/// The rows for serde_json's texts are what it says.
#[test]
fn what_serde_json_says_is_said_in_chinese() {
    let nested = "[".repeat(200);
    let broken = [
        "[1",
        "{\"a\":1",
        "\"a",
        "[1,",
        "{\"a\" 1}",
        "[1 1]",
        "{\"a\":1 1}",
        "nul1",
        "]",
        "\"\\x\"",
        "01",
        "1e999",
        "\"\n\"",
        "{1:2}",
        "\"\\ud800\"",
        "\"\\ud800\\u0041\"",
        "[1,]",
        "1 1",
        &nested,
    ];
    let mut reasons: BTreeSet<String> = BTreeSet::new();
    for text in broken {
        let refusal = json::object(text.as_bytes(), &Strictness::new(false)).unwrap_err();
        let reason = refusal.msg.strip_prefix("the body is not valid JSON: ").unwrap();
        let (reason, _) = reason.rsplit_once(" at line ").unwrap();
        reasons.insert(reason.to_owned());
    }
    let known: BTreeSet<String> =
        REASONS.iter().map(|(en, _)| (*en).to_owned()).filter(|en| !en.contains('{')).collect();
    assert_eq!(reasons, known);
}
