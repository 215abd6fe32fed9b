//! The vendor's page against the declarations: every difference has a reason, and every reason a difference.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use msdk_document::{
    compare::{Difference, compare},
    declared::declared,
    rulings::Rulings,
    understand::understand,
};

const PAGE: &str = "pages/qq-interfaces.zh.md";

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn read(name: &str) -> String {
    fs::read_to_string(file(name)).expect("the file is there")
}

fn differences(page: &str) -> Vec<Difference> {
    compare(&[understand(page)], &declared(&msdk::PLATFORMS)).concat()
}

/// The differences of a page that have no ruling, and the rulings that have no difference.
fn open_questions(page: &str) -> (Vec<String>, Vec<String>) {
    let rulings = Rulings::read(&read("rulings.toml")).expect("the rulings are well-formed");
    let differences = differences(page);
    let verdict = rulings.judge(&differences);
    let new = verdict.new.iter().map(|difference| format!("{}: {difference}", difference.line)).collect();
    (new, verdict.unused.iter().map(|ruling| ruling.difference.clone()).collect())
}

#[test]
fn every_difference_is_ruled_and_every_ruling_is_used() {
    let (new, unused) = open_questions(&read(PAGE));
    assert_eq!(new, [""; 0], "the page and the declarations differ; correct the declaration, or rule why not");
    assert_eq!(unused, [""; 0], "rulings about nothing; remove them");
}

#[test]
fn a_change_of_the_page_is_reported() {
    let cases: &[(&str, &str, &[&str])] = &[
        // A limit in prose.
        (
            "好友openid列表，每次最多可输入50个",
            "好友openid列表，每次最多可输入20个",
            &[
                "384: /relation/qqfriends_vip/ request fopenids: items: the document says at most 20, declared at most 50",
            ],
        ),
        (
            "好友openid列表，每次最多可输入50个",
            "好友openid列表",
            &["384: /relation/qqfriends_vip/ request fopenids: items: the document says none, declared at most 50"],
        ),
        (
            "摘要，长度不超过45字节",
            "摘要，长度不超过60字节",
            &["87: /share/qq/ request summary: bytes: the document says at most 60, declared at most 45"],
        ),
        (
            "目前只能填1001",
            "目前只能填1002",
            &["81: /share/qq/ request dst: value: the document says 1002, declared 1001"],
        ),
        (
            "flag=2时，返回包含自己在内的好友关系链。",
            "flag=2时，返回包含自己在内的好友关系链。flag=3时，全部。",
            &["241: /relation/qqfriends_detail/ request flag: values: the document says 1 2 3, declared 1 2"],
        ),
        // A type.
        (
            "| openkey|string|授权凭证access_token |\n| userip|string|用户客户端ip|\n\n\n#### 2.1.1.3",
            "| openkey|int|授权凭证access_token |\n| userip|string|用户客户端ip|\n\n\n#### 2.1.1.3",
            &["20: /auth/verify_login/ request openkey: type: the document says integer, declared string"],
        ),
        (
            "\"wifiVip\": 1",
            "\"wifiVip\": \"yes\"",
            &["1013: /profile/get_wifi/ reply wifiVip: type: the document says string, declared yes or no"],
        ),
        // A name.
        (
            "| fingerMemo|群的相关简介|\n| memberNum|群成员数|\n| maxNum|该群可容纳的最多成员数|\n| ownerOpenid|群主openid|\n| unionid|与该QQ群绑定的公会ID|\n| zoneid|大区ID|\n| adminOpenids|管理员openid。如果管理员有多个的话，用“,”隔开，例如:",
            "| fingerText|群的相关简介|\n| memberNum|群成员数|\n| maxNum|该群可容纳的最多成员数|\n| ownerOpenid|群主openid|\n| unionid|与该QQ群绑定的公会ID|\n| zoneid|大区ID|\n| adminOpenids|管理员openid。如果管理员有多个的话，用“,”隔开，例如:",
            &[
                "551: /relation/get_groupinfo/ reply fingerText: documented, not declared",
                "584: /relation/get_groupinfo/ reply fingerMemo: declared, in the sample only",
            ],
        ),
        // Whether it may be left out.
        (
            "|玩家登录平台，默认openmobile，",
            "|非必填。玩家登录平台，默认openmobile，",
            &[
                "387: /relation/qqfriends_vip/ request pf: required: the document says it may be left out, declared as required",
            ],
        ),
        // A code, a path, a state, the query, an interface.
        (
            "|2004 \t|操作过于频繁，请稍后再解绑qq群。 |",
            "|2005 \t|操作过于频繁，请稍后再解绑qq群。 |",
            &["666: /relation/unbind_group/ code 2005: documented, without a meaning in the catalogue"],
        ),
        (
            "http://msdktest.qq.com/relation/unbind_group/ |",
            "http://msdktest.qq.com/relation/unbind_groups/ |",
            &[
                "633: /relation/unbind_group/ path: the url row says /relation/unbind_groups/, declared /relation/unbind_group/",
            ],
        ),
        (
            "### 2.3.8 /relation/get_vip_rich_info(仅供联调，未发布) ###",
            "### 2.3.8 /relation/get_vip_rich_info ###",
            &["765: /relation/get_vip_rich_info/ state: the document says released, declared unreleased"],
        ),
        (
            "profile/get_wifi",
            "profile/get_lan",
            &[
                "996: /profile/get_lan/ interface: documented, not declared",
                "0: /profile/get_wifi/ interface: declared, not documented",
            ],
        ),
    ];
    let page = read(PAGE);
    for (from, to, expected) in cases {
        assert!(page.contains(from), "the page has no {from}");
        let (new, _) = open_questions(&page.replace(from, to));
        assert_eq!(new, *expected, "{to}");
    }
}

#[test]
fn a_correction_of_the_page_leaves_a_ruling_unused() {
    let corrected =
        read(PAGE).replace("http://msdktest.qq.com/relation/get_gift/ ", "http://msdktest.qq.com/profile/get_gift/ ");
    let (new, unused) = open_questions(&corrected);
    assert_eq!(new, [""; 0]);
    let expected = "/profile/get_gift/ path: the url row says /relation/get_gift/, declared /profile/get_gift/";
    assert_eq!(unused, [expected]);
}

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_msdk-document"));
    command.current_dir(file("")).args(arguments).output().expect("the tool runs")
}

#[test]
fn the_tool_fails_on_a_difference_without_a_ruling() {
    let ruled = run(&["check", PAGE, "--rulings", "rulings.toml"]);
    assert!(ruled.status.success(), "{}", String::from_utf8_lossy(&ruled.stdout));
    let unruled = run(&["check", PAGE]);
    assert_eq!(unruled.status.code(), Some(1));
    let line =
        "pages/qq-interfaces.zh.md:108: /share/qq/ path: the url row says /auth/share/qq/, declared /share/qq/\n";
    assert!(String::from_utf8_lossy(&unruled.stdout).contains(line));
}

/// What the README says that commands print is what they print, as far as it says it.
#[test]
fn the_readme_shows_what_the_tool_prints() {
    let readme = read("README.md");
    let mut commands = 0;
    for example in readme.split("```console\n$ cargo run -q -p msdk-document -- ").skip(1) {
        let (command, expected) = example.split_once('\n').expect("a command has a line");
        let expected = expected.split("```").next().unwrap_or_default();
        let command = command.split(['|', '>']).next().unwrap_or_default();
        let output = run(&command.split_whitespace().collect::<Vec<_>>());
        let printed = String::from_utf8_lossy(&output.stdout);
        assert!(printed.starts_with(expected), "{command} prints\n{printed}");
        commands += 1;
    }
    assert_eq!(commands, 5);
}

#[test]
fn the_tool_says_what_it_cannot_do() {
    let cases: &[(&[&str], &str)] = &[
        (&["list", "pages/none.md"], "pages/none.md: No such file"),
        (&["list", "rulings.toml"], "rulings.toml: no interface was found"),
        (&["declare", PAGE, "--path", "/a/b"], "no interface has the path /a/b; there are /auth/verify_login/, "),
        (&["check", PAGE, "--rulings", PAGE], "pages/qq-interfaces.zh.md: TOML parse error"),
    ];
    for (arguments, expected) in cases {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let message = String::from_utf8_lossy(&output.stderr);
        assert!(message.contains(expected), "{arguments:?}: {message}");
    }
}
