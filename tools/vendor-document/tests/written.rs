//! What is written compiles, and says what the page says.
//!
//! The files in `written` are what the tool writes; they are modules of this test, so that they are compiled. To write
//! them anew: `MSDK_REFRESH=1 cargo test -p msdk-document --test written`, and read the difference.

use std::{env, fs, path::Path};

use msdk::metadata::Chapter;
use msdk_document::{
    compare::compare,
    declared::declared,
    understand::understand,
    write::{Language, declare_page},
};

#[expect(unreachable_pub, reason = "it is written for a crate's users")]
mod written {
    pub mod qq;
    pub mod slips;
    pub mod wechat;
}
use written::{qq, slips, wechat};

/// The pages, and what is written from them.
const PAGES: &[(&str, &str, Language)] = &[
    ("pages/qq-interfaces.zh.md", "qq", Language::Chinese),
    ("pages/wechat.zh.md", "wechat", Language::English),
    ("tests/slips.zh.md", "slips", Language::Chinese),
];

fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("the file is there")
}

#[test]
fn what_is_compiled_is_what_is_written() {
    for (page, name, language) in PAGES {
        let source = page.rsplit('/').next().unwrap_or(page);
        let text = declare_page(&understand(&read(page)), source, *language);
        let file = format!("tests/written/{name}.rs");
        if env::var_os("MSDK_REFRESH").is_some() {
            fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(&file), &text).expect("the file can be written");
        }
        assert_eq!(read(&file), text, "{file} is not what is written from {page}");
    }
}

msdk::chapter! {
    /// What is written from the vendor's page.
    pub(crate) const QQ = "qq": [
        qq::verify_login::VerifyLogin,
        qq::share_qq::ShareQq,
        qq::qqprofile::Qqprofile,
        qq::qqfriends_detail::QqfriendsDetail,
        qq::qqstrange_profile::QqstrangeProfile,
        qq::qqfriends_vip::QqfriendsVip,
        qq::get_groupopenid::GetGroupopenid,
        qq::get_groupinfo::GetGroupinfo,
        qq::unbind_group::UnbindGroup,
        qq::get_group_detail::GetGroupDetail,
        qq::get_vip_rich_info::GetVipRichInfo,
        qq::load_vip::LoadVip,
        qq::get_gift::GetGift,
        qq::get_wifi::GetWifi,
        qq::qqscore_batch::QqscoreBatch,
    ];
}

msdk::chapter! {
    /// What is written from a page that is not declared.
    pub(crate) const WECHAT = "wechat": [
        wechat::refresh_token::RefreshToken,
        wechat::wxgame::Wxgame,
        wechat::wxfriends_profile::WxfriendsProfile,
    ];
}

msdk::chapter! {
    /// What is written from a page with every slip there is.
    pub(crate) const SLIPS = "slips": [
        slips::keywords::Keywords,
        slips::search::Search,
        slips::empty::Empty,
        slips::broken::Broken,
        slips::identity::Identity,
    ];
}

/// The differences between a page and what was written from it.
fn differences(page: &str, chapter: Chapter) -> Vec<String> {
    let found = compare(&[understand(&read(page))], &declared(&[("written", &[chapter])]));
    found.into_iter().flatten().map(|difference| difference.key).collect()
}

#[test]
fn what_is_written_differs_from_its_page_only_where_the_page_contradicts_itself() {
    // Whichever is declared, the table or the sample says something else; and the catalogue is not written.
    let contradictions = ["the url row says", "the sample says", "in the sample only", "in the catalogue"];
    let contradictory = |key: &String| contradictions.iter().any(|words| key.contains(words));
    let expected: &[(&str, Chapter, &[&str])] = &[
        ("pages/qq-interfaces.zh.md", QQ, &[]),
        ("pages/wechat.zh.md", WECHAT, &[]),
        (
            "tests/slips.zh.md",
            SLIPS,
            &[
                // A reply cannot have it.
                "/game/keywords reply node.msg: documented, not declared",
                "/game/keywords reply nodes[].msg: documented, not declared",
                // The client sends it.
                "/game/search request sig: documented, not declared",
                // A query has no lists.
                "/game/search request zones: type: the document says list of integer, declared JSON in a string",
                "(no path, line 72) interface: documented, not declared",
                // A page without a table may mean the usual identity.
                "/game/empty request appid: declared, not documented",
                "/game/empty request openid: declared, not documented",
                "/game/empty request accessToken: declared, not documented",
                "/game/identity reply friendlist[].ret: documented, not declared",
                // A point in time is read from a number too.
                "/game/identity reply friendlist[].time: type: the document says integer, declared string",
            ],
        ),
    ];
    for (page, chapter, expected) in expected {
        let mut differences = differences(page, *chapter);
        differences.retain(|key| !contradictory(key));
        assert_eq!(differences, *expected, "{page}");
    }
}
