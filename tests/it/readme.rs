//! The tables of interfaces in the READMEs, which are made from the registry. To refresh them:
//! `MSDK_REFRESH=1 cargo test --test it readme`.

use std::{env, fmt::Write as _, fs};

use msdk::{Metadata, PLATFORMS};

const START: &str = "<!-- interfaces: made from the registry -->\n";
const END: &str = "<!-- /interfaces -->\n";

/// What each interface does, in Chinese.
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

fn english(interface: &Metadata) -> String {
    interface.summary().to_owned()
}

fn chinese(interface: &Metadata) -> String {
    let found = CHINESE.iter().find(|(name, _)| *name == interface.name);
    found.unwrap_or_else(|| panic!("{} has no Chinese line in {}", interface.name, file!())).1.to_owned()
}

fn table(header: &str, describe: fn(&Metadata) -> String) -> String {
    let mut table = format!("{header}\n| --- | --- | --- |\n");
    for (platform, chapters) in PLATFORMS {
        for chapter in chapters {
            // The module of guests is its own chapter.
            let module = if chapter.name == platform { platform } else { &format!("{platform}::{}", chapter.name) };
            for interface in chapter.endpoints {
                let (path, name) = (interface.path, interface.name);
                let source = format!("msdk-endpoints/src/{}/{name}.rs", module.replace("::", "/"));
                assert!(fs::exists(&source).unwrap(), "{source}");
                writeln!(table, "| `{path}` | [`{module}::{name}`]({source}) | {} |", describe(interface)).unwrap();
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
    check("README.md", "| Interface | Function | What it does |", english);
}

#[test]
fn the_chinese_table_is_the_registry() {
    check("README.zh-CN.md", "| 接口 | 函数 | 用途 |", chinese);
}
