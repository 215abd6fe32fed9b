//! The tables of endpoints in the READMEs, which are made from the registry. To refresh them:
//! `MSDK_REFRESH=1 cargo test --test it readme`.

mod of_a_game;

use std::{env, fmt::Write as _, fs};

use msdk::{PLATFORMS, metadata::Metadata};

const START: &str = "<!-- endpoints: made from the registry -->\n";
const END: &str = "<!-- /endpoints -->\n";

/// Where the docs of the released crate are: a registry shows a README alone, without the source of other packages.
const PAGES: &str = "https://docs.rs/msdk/latest/msdk";

/// What each endpoint does, in Chinese.
const CHINESE: &[(&str, &str)] = &[
    ("verify_login", "验证登录态，有效时把 openkey 续期两小时。"),
    ("share_qq", "向一位好友定向分享一条消息。"),
    ("qqprofile", "查询玩家自己的 QQ 资料。"),
    ("qqfriends_detail", "查询同玩好友的资料。"),
    ("qqstrange_profile", "查询同玩玩家（不限好友）的资料。"),
    ("qqfriends_vip", "批量查询最多 50 位好友的 QQ 会员信息。"),
    ("get_groupopenid", "查询公会所绑 QQ 群的 groupOpenid。"),
    ("get_groupinfo", "查询公会所绑 QQ 群的基本信息。"),
    ("unbind_group", "解除公会与 QQ 群的绑定。"),
    ("get_group_detail", "查询公会所绑 QQ 群的全部信息。"),
    ("get_vip_rich_info", "查询 QQ 会员的充值时间与到期时间。"),
    ("load_vip", "查询玩家拥有的会员与各类钻。"),
    ("get_gift", "领取蓝钻礼包，领取后礼包即清空。"),
    ("get_wifi", "查询随身 Wi-Fi 资格。"),
    ("qqscore_batch", "向 QQ 游戏中心上报成绩等数据。"),
    ("get_group_key", "获取加入公会 QQ 群所需的 key（仅 Android）。"),
    ("qq_gain_chest", "生成宝箱，由好友通过分享消息领取。"),
    ("query_vip", "查询玩家拥有的会员与各类钻，取代 load_vip。"),
    ("qqscore", "上报单项成绩的旧接口，请改用 qqscore_batch。"),
    ("refresh_token", "用 refreshToken 换取新的 accessToken 与 refreshToken。"),
    ("check_token", "验证微信 accessToken 是否有效。"),
    ("upload_wx", "上传分享消息所用的图片，返回 media_id。"),
    ("share_wx", "向一位微信好友定向分享一条消息。"),
    ("share_wxgame", "向一位微信好友发送图文、视频或链接消息（不对外开放）。"),
    ("wxfriends_profile", "查询玩家自己与同玩好友的微信资料。"),
    ("wxprofile", "批量查询同玩玩家的微信资料（精品游戏）。"),
    ("wxfriends", "查询同玩好友的 openid。"),
    ("wxuserinfo", "查询玩家自己的微信资料（非精品游戏）。"),
    ("wxscore", "上报微信成绩的旧接口，请改用 wxbattle_report。"),
    ("wxbattle_report", "上报战绩等数据到微信游戏中心。"),
    ("wxget_vip", "查询玩家的微信游戏特权等级。"),
    ("guest_check_token", "验证游客登录态。"),
];

fn english(endpoint: &Metadata) -> String {
    without_links(endpoint.summary())
}

/// A text of the docs, whose links to items lead nowhere outside of them.
fn without_links(text: &str) -> String {
    let Some((before, (name, rest))) =
        text.split_once('[').and_then(|(before, link)| Some((before, link.split_once("](super::")?)))
    else {
        return text.to_owned();
    };
    let (_, after) = rest.split_once("())").unwrap();
    format!("{before}{name}{}", without_links(after))
}

fn chinese(endpoint: &Metadata) -> String {
    let found = CHINESE.iter().find(|(name, _)| *name == endpoint.name);
    found.unwrap_or_else(|| panic!("{} has no Chinese line in {}", endpoint.name, file!())).1.to_owned()
}

fn table(header: &str, describe: fn(&Metadata) -> String) -> String {
    let mut table = format!("{header}\n| --- | --- | --- |\n");
    for (platform, chapters) in PLATFORMS {
        for chapter in chapters {
            // The module of guests is its own chapter.
            let module = if chapter.name == platform { platform } else { &format!("{platform}::{}", chapter.name) };
            for endpoint in chapter.endpoints {
                let (path, name) = (endpoint.path, endpoint.name);
                let source = format!("msdk-endpoints/src/{}/{name}.rs", module.replace("::", "/"));
                assert!(fs::exists(&source).unwrap(), "{source}");
                let page = format!("{PAGES}/{}/fn.{name}.html", module.replace("::", "/"));
                writeln!(table, "| `{path}` | [`{module}::{name}`]({page}) | {} |", describe(endpoint)).unwrap();
            }
        }
    }
    table
}

fn check(file: &str, header: &str, describe: fn(&Metadata) -> String) {
    let text = fs::read_to_string(file).unwrap();
    let (before, rest) = text.split_once(START).unwrap();
    let (stands, after) = rest.split_once(END).unwrap();
    let table = table(header, describe);
    if env::var_os("MSDK_REFRESH").is_some() {
        fs::write(file, format!("{before}{START}{table}{END}{after}")).unwrap();
    } else {
        assert_eq!(stands, table, "{file} is stale; refresh it with `MSDK_REFRESH=1 cargo test --test it readme`");
    }
}

#[test]
fn the_english_table_is_the_registry() {
    check("README.md", "| Endpoint | Function | What it does |", english);
}

#[test]
fn the_chinese_table_is_the_registry() {
    check("README.zh-CN.md", "| 接口 | 函数 | 用途 |", chinese);
}

/// A registry shows the README of a package; what it links to is in the package, or at an address.
#[test]
fn what_readmes_link_to_is_published_with_them() {
    let packages = [
        ("msdk", vec!["README.md", "README.zh-CN.md"]),
        ("msdk-core", vec!["msdk-core/README.md"]),
        ("msdk-endpoints", vec!["msdk-endpoints/README.md"]),
        ("msdk-macros", vec!["msdk-macros/README.md"]),
        ("msdk-mock", vec!["msdk-mock/README.md"]),
    ];
    for (package, readmes) in packages {
        let published = fs::read_to_string(format!(".ci/published/{package}.files")).unwrap();
        for readme in readmes {
            let text = fs::read_to_string(readme).unwrap();
            let targets: Vec<&str> = text.split("](").skip(1).filter_map(|rest| rest.split(')').next()).collect();
            assert!(!targets.is_empty(), "{readme}");
            for target in targets.iter().filter(|target| !target.starts_with("https://")) {
                assert!(published.lines().any(|file| file == *target), "{readme} links to {target}");
            }
        }
    }
}

/// The test that the READMEs show is one of these, so that it runs.
#[test]
fn the_test_that_is_shown_runs() {
    let shown = fs::read_to_string("tests/it/readme/of_a_game.rs").unwrap();
    for readme in ["README.md", "README.zh-CN.md", "msdk-mock/README.md"] {
        let text = fs::read_to_string(readme).unwrap();
        assert!(text.contains(&format!("```rust\n{shown}```\n")), "{readme} shows another test");
    }
}
