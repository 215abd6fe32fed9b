//! Where the catalogue advises something else than the vendor, and why.

use std::collections::BTreeSet;

use super::super::{CodeTable, tables};

/// The reason, and the rows that it holds for: tables with their codes.
type Difference = (&'static str, &'static [(&'static str, &'static [i64])]);

#[rustfmt::skip]
const DIFFERENCES: &[Difference] = &[
    ("the app's registration, key or grants have to be changed; nothing else helps", &[
        ("access layer", &[-504, -107]),
        ("game centre", &[-4014, -4026]),
        ("blue-diamond gifts", &[-3]),
        ("logic layer", &[-2010, -10013]),
        ("mobile QQ", &[-3, -4, -5, -8, -10, -11, -69, 100011]),
        ("QQ Connect", &[100031]),
        ("OIDB", &[-106, -110]),
        ("shared messages", &[33]),
        ("WeChat", &[48001]),
        ("WeChat groups", &[-10001]),
    ]),
    ("what is wrong came from the player's client, and a new login brings it anew", &[
        ("game centre", &[-4008, -4010, -4011, -4017, -4036]),
        ("blue-diamond gifts", &[-10002]),
        ("logic layer", &[-109, -110, -10002, -20002]),
        ("mobile QQ", &[-22, -71]),
        ("OIDB, command 0x73a", &[19, 21, 23, 24]),
        ("OIDB, command 0x711", &[32, 34, 42, 46, 50, 51, 52, 53, 54, 69]),
    ]),
    ("a state of the player's or the account's, which the request is right about", &[
        ("game centre", &[-4012, -4024]),
        ("blue-diamond gifts", &[-5]),
        ("QQ groups /relation/get_groupopenid", &[2002, 2003]),
        ("QQ groups /relation/get_group_detail", &[2003]),
        ("OIDB", &[-3, -144, -143, -141, -52]),
        ("shared messages", &[100030, 30]),
        ("WeChat", &[43004, 43005]),
        ("WeChat groups", &[-10006]),
    ]),
    ("a wrong parameter stays wrong when it is sent again", &[
        ("game centre", &[-4016, -4022, -4028, -4033, -4034]),
        ("mobile QQ", &[100012]),
        ("shared messages", &[2]),
    ]),
    ("a fault inside the platform may pass", &[
        ("QQ groups /relation/get_groupopenid", &[2010]),
        ("QQ groups /relation/get_group_detail", &[2100]),
        ("QQ groups /relation/unbind_group", &[2007, 2008, 2009, 2010]),
        ("client library, older list", &[-1002]),
    ]),
    ("the sharing service fails or is late, which may pass; the message may be out, so the error of a share says `Verify`", &[
        ("shared messages", &[100003, 100012, 111111]),
    ]),
    ("what was asked for is there already", &[
        ("QQ groups /relation/unbind_group", &[2001]),
        ("WeChat groups", &[-10005]),
    ]),
    ("the platform makes these messages itself, so neither a repeat nor another request helps", &[
        ("OIDB", &[-111]),
        ("shared messages", &[13, 16]),
    ]),
    ("a WeChat token lives two hours; it is refreshed before the player is asked", &[
        ("WeChat", &[40001]),
    ]),
    ("the calling program sets this parameter, and a login does not change it", &[
        ("WeChat", &[40002, 40031, 41001]),
    ]),
];

fn name(table: &CodeTable) -> String {
    match table.endpoint {
        Some(endpoint) if table.name.starts_with("QQ groups") => format!("{} {endpoint}", table.name),
        _ => table.name.to_owned(),
    }
}

#[test]
fn every_advice_that_is_not_the_vendors_has_a_reason() {
    let listed = DIFFERENCES.iter().flat_map(|(_, tables)| *tables);
    let listed: Vec<_> =
        listed.flat_map(|(table, codes)| codes.iter().map(|code| ((*table).to_owned(), *code))).collect();
    // The later tables of groups are those of other endpoints.
    let tables = tables().iter().filter(|table| !table.name.ends_with(", later"));
    let rows = tables.flat_map(|table| table.codes.iter().map(move |row| (name(table), row)));
    let different = rows.filter(|(_, row)| row.advice != row.vendor_advice);
    let different: BTreeSet<_> = different.filter_map(|(table, row)| Some((table, row.code?))).collect();
    assert_eq!(listed.iter().cloned().collect::<BTreeSet<_>>(), different);
    assert_eq!(listed.len(), different.len(), "a row is listed twice");
}
