#[expect(clippy::unreadable_literal, reason = "codes are written as answers have them, to be found")]
mod differences;

use std::collections::{BTreeMap, BTreeSet};

use super::{access::ACCESS, logic, surely_not_acted, tables};

#[test]
fn what_comes_before_anything_is_done_is_the_access_layers() {
    let certain: Vec<_> = ACCESS.iter().filter_map(|row| row.code).filter(|ret| surely_not_acted(*ret)).collect();
    assert_eq!(certain, [-303, -304, -311, -402, -501, -502, -503, -504, -505, -506, -901]);
    assert_eq!((-70_000..70_000).filter(|ret| surely_not_acted(*ret)).count(), certain.len());
}

#[test]
fn every_range_has_its_row() {
    let ends: BTreeSet<_> = (-70_000..70_000).filter_map(logic::range_of).collect();
    let rows: BTreeSet<_> = logic::RANGES.iter().filter_map(|row| row.code).collect();
    assert_eq!(ends, rows);
}

#[test]
fn the_tables_are_complete() {
    let sizes: Vec<_> = tables().iter().map(|table| (table.name, table.codes.len())).collect();
    let expected = [
        ("access layer", 24),
        ("logic layer", 36),
        ("logic layer, by range", 7),
        ("client library, older list", 10),
        ("mobile QQ", 42),
        ("QQ Connect", 14),
        ("QQ groups", 5),
        ("QQ groups, later", 6),
        ("QQ groups", 6),
        ("QQ groups, later", 5),
        ("QQ groups", 9),
        ("shared messages", 35),
        ("shares to Qzone", 10),
        ("game centre", 38),
        ("blue-diamond gifts", 10),
        ("chests", 2),
        ("WeChat", 31),
        ("WeChat groups", 9),
        ("OIDB", 30),
        ("OIDB, command 0x73a", 12),
        ("OIDB, command 0x711", 33),
        ("err_type", 4),
    ];
    assert_eq!(sizes, expected);
    for table in tables() {
        let codes: BTreeSet<_> = table.codes.iter().map(|row| row.code).collect();
        assert_eq!(codes.len(), table.codes.len(), "a code stands twice in the table of {}", table.name);
        let layers: BTreeSet<_> = table.codes.iter().map(|row| format!("{:?}", row.layer)).collect();
        assert_eq!(layers.len(), 1, "{}", table.name);
    }
}

#[test]
fn codes_printed_as_bytes_are_unambiguous() {
    for table in tables().iter().filter(|table| table.name.starts_with("OIDB")) {
        let bytes: BTreeSet<_> =
            table.codes.iter().filter_map(|row| row.code).map(|code| code.rem_euclid(256)).collect();
        assert_eq!(bytes.len(), table.codes.len(), "{}", table.name);
    }
}

#[test]
fn texts_are_short_and_in_their_language() {
    let rows = || tables().iter().flat_map(|table| table.codes);
    for row in rows() {
        for text in [row.meaning, row.remedy] {
            assert!(text.en.is_ascii() && text.en.len() > 5 && text.en.len() <= 90, "{}", text.en);
            assert!(text.zh.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{}", text.en);
            assert!(!text.en.ends_with('.') && !text.zh.ends_with('。'), "{}", text.en);
            assert!(!text.en.starts_with(char::is_uppercase) || text.en.starts_with("MSDK"), "{}", text.en);
            for version in [text.en, text.zh] {
                assert!(!version.contains('|') && version.trim() == version, "{version}");
            }
        }
    }
}

#[test]
fn a_text_has_one_translation_and_a_remedy_one_advice() {
    let mut chinese = BTreeMap::new();
    let mut english = BTreeMap::new();
    let mut advice = BTreeMap::new();
    for row in tables().iter().flat_map(|table| table.codes) {
        for text in [row.meaning, row.remedy] {
            assert_eq!(*chinese.entry(text.en).or_insert(text.zh), text.zh, "{}", text.en);
            assert_eq!(*english.entry(text.zh).or_insert(text.en), text.en, "{}", text.zh);
        }
        assert_eq!(*advice.entry(row.remedy.en).or_insert(row.advice), row.advice, "{}", row.remedy.en);
    }
}

/// Alarms go by whose turn it is. A row that says to ignore the refusal must not wake anybody, and a row of nobody's turn
/// must not ask for anything.
#[test]
fn what_is_to_be_ignored_alarms_nobody() {
    use crate::error::{Advice, Turn};

    for table in tables() {
        for row in table.codes {
            let place = format!("{} {:?}", table.name, row.code);
            let is_quiet = matches!(row.turn, Turn::Player | Turn::Nobody);
            assert!(row.advice != Advice::Ignore || is_quiet, "{place}: ignored, but {:?} has to act", row.turn);
            assert!(row.turn != Turn::Nobody || row.advice == Advice::Ignore, "{place}: {:?} of nobody", row.advice);
        }
    }
    assert_eq!(crate::error::Code::declared(1, Advice::Ignore, "no such guild", "").turn, Turn::Nobody);
}

#[test]
fn a_verdict_is_never_perhaps() {
    use crate::error::{Acted, Advice};

    for table in tables() {
        for row in table.codes {
            let place = format!("{} {:?}", table.name, row.code);
            match row.advice {
                // These say that the platform decided against it, whoever has to change something.
                Advice::LogInAgain | Advice::RefreshToken | Advice::SlowDown => {
                    assert_eq!(row.acted, Acted::No, "{place}");
                }
                _ => {}
            }
            assert_ne!(row.advice, Advice::Verify, "{place}");
        }
    }
    let acted = |path, code: i64| {
        let tables = tables().iter().filter(|table| table.endpoint == Some(path));
        tables.flat_map(|table| table.codes).find(|row| row.code == Some(code)).unwrap().acted
    };
    for code in [7, 22, 23, 24, 25, 35, 38, 100_003, 100_012, 111_111] {
        assert_eq!(acted("/share/qq", code), Acted::Maybe, "the message may be out: {code}");
    }
    for code in [33, 2, 30, 32, 100_030] {
        assert_eq!(acted("/share/qq", code), Acted::No, "{code}");
    }
    for code in [-4022, -4026, -4033, -4034] {
        assert_eq!(acted("/profile/qqscore_batch", code), Acted::No, "{code}");
    }
    assert_eq!(acted("/relation/unbind_group", 2001), Acted::Done);
}
