//! Limits in descriptions: how long, how many, which values, whether at all.

use std::sync::LazyLock;

use regex_lite::Regex;

use crate::page::{Kind, Prose};

type Pattern = LazyLock<Option<Regex>>;

/// Compiles a pattern of this file; the tests run each of them.
macro_rules! pattern {
    ($name:ident, $pattern:expr) => {
        static $name: Pattern = LazyLock::new(|| Regex::new($pattern).ok());
    };
}

// "No more than": the words before a number.
pattern!(
    AT_MOST,
    r"(?:不能?超过|不得超过|不可超过|不能大于|不大于|不多于|小于等于|最多|最长|最大|至多|上限|限制|<=|≤|up to|at most|max\.?)[^0-9;。,]{0,12}?(\d+)\s*(个)?\s*(字节|bytes?\b|kb?\b|字符|汉字|字|characters?|个|条|人|items?)?"
);
// "Within", the words behind it, and "the length is".
pattern!(WITHIN, r"(\d+)\s*(个)?\s*(字节|bytes?\b|kb\b|字符|汉字|字|个|条|人)(?:以内|以下|之内|内\b)");
pattern!(LENGTH, r"长度(?:为|是|:|限制|固定)?\s*(\d+)\s*(个)?\s*(字节|bytes?\b|字符|汉字|字)");
pattern!(ONE, r"(?:只支持|仅支持|只能)[^;。,]{0,10}(?:一|1)个");
pattern!(
    ONLY,
    r"(?:^|[^a-z0-9_])(?:只能|固定|必须|仅能)(?:填写|填入|传入|填|传|为|是|写|用)*\s*[:=]?\s*[\x22']?([a-z0-9_]+)"
);
pattern!(DEFAULT, r"(?:默认|缺省)(?:值)?(?:为|是|填|传|取|:|=|\s)*[\x22']?(-?[a-z0-9_][a-z0-9_./-]*)");
// `0: a`, `1-b`, `2=c`: a value and what it means.
pattern!(
    PAIR,
    r"(?:^|[\s(;,.、\[{])[\x22']?(-?\d+)[\x22']?\s*(?:(?::|=|-|——|–|表示|代表|为|是|means)\s*[^\d\s]|否|男|女)"
);
// `1会员;4蓝钻`, only believed where there are three of them.
pattern!(SHORT_PAIR, r"(?:^|[(:;,])\s*(\d+)[\x{4e00}-\x{9fff}]");
pattern!(PASSED, r"(?:传|填)[\x22']?(-?\d+)[\x22']?(?:或者?不传|时|:)");
pattern!(
    JOINED,
    r"(?:用|以|通过|使用)\s*(?:英文)?(?:逗号|[\x22'],[\x22'])(?:号)?\s*(?:\([^)]*\))?\s*(?:来)?(?:分隔|隔开|分割|分开)"
);
pattern!(
    LISTED,
    r"(?:值有|取值为|取值有|取值|可选值|可选的值|分别为|有以下|只有|目前支持|支持以下|枚举值?|values?|one of)[^a-z0-9\x22']{0,6}([^;。]*)"
);
pattern!(WORD, r"[\x22'/,、\s|:(和或及]([a-z][a-z0-9_]{1,40})");

/// What says that a field may be left out.
const OPTIONAL: &[&str] = &[
    "非必填",
    "非必须",
    "非必选",
    "非必需",
    "可选参数",
    "可选字段",
    "(可选",
    "可选)",
    "可选,",
    "可选;",
    "选填",
    "可不填",
    "可不传",
    "不传",
    "不填",
    "不输入",
    "不返回",
    "可为空",
    "可以为空",
    "时必须",
    "时必填",
    "时需要",
    "时必传",
    "时才",
    "optional",
];
/// What says that a field may not be left out.
const REQUIRED: &[&str] = &["必填", "必选", "必传", "必须传", "必须填", "不能为空", "不可为空", "required"];
/// What says that the only value is an empty text.
const EMPTY: &[&str] = &["填空字符", "填空串", "填空\"", "填空即可", "传空字符", "传空串", "传空\"", "传空即可"];
/// What says that values are added to each other.
const MASKS: &[&str] = &["组合", "同时查询", "按位", "位或", "相加", "掩码", "bitmask"];

/// Reads a description of a field.
pub(super) fn read(name: &str, about: &str, kind: &Kind) -> Prose {
    let text = narrow(about);
    let mut prose = Prose { joined: *kind == Kind::Text && is_match(&JOINED, &text), ..Prose::default() };
    // Further lines about a list or an object are about its fields.
    let own = if matches!(kind.item(), Kind::Object(_)) { text.lines().next().unwrap_or_default() } else { &text };
    prose.optional = optional(own);
    read_sizes(&text, kind, &mut prose);
    if !matches!(kind, Kind::List(_) | Kind::Object(_) | Kind::JsonText) {
        prose.default = first(&DEFAULT, &text, kind);
        prose.only = first(&ONLY, &text, kind).filter(|only| only != name);
        read_values(name, &text, kind, &mut prose);
    }
    if prose.default.is_some() && prose.only == prose.default {
        prose.only = None;
    }
    if *kind == Kind::Text && EMPTY.iter().any(|word| text.contains(word)) {
        prose.only = Some(String::new());
    }
    prose
}

/// Lower case, with punctuation of one width, so that patterns have one form to look for.
fn narrow(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '\u{3000}' => ' ',
        _ => c,
    };
    text.chars().map(narrow).flat_map(char::to_lowercase).collect()
}

fn optional(text: &str) -> Option<bool> {
    if OPTIONAL.iter().any(|word| text.contains(word)) {
        return Some(true);
    }
    REQUIRED.iter().any(|word| text.contains(word)).then_some(false)
}

fn read_sizes(text: &str, kind: &Kind, prose: &mut Prose) {
    for pattern in [&AT_MOST, &WITHIN, &LENGTH] {
        let Some(pattern) = &**pattern else { continue };
        for found in pattern.captures_iter(text) {
            let Some(number) = found.get(1).and_then(|number| number.as_str().parse::<u32>().ok()) else { continue };
            let unit = found.get(3).map_or(if found.get(2).is_some() { "个" } else { "" }, |unit| unit.as_str());
            take_size(number, unit, kind, prose);
        }
    }
    if prose.items.is_none() && matches!(kind, Kind::List(_)) && is_match(&ONE, text) {
        prose.items = Some(1);
    }
}

fn is_match(pattern: &Pattern, text: &str) -> bool {
    pattern.as_ref().is_some_and(|pattern| pattern.is_match(text))
}

fn take_size(number: u32, unit: &str, kind: &Kind, prose: &mut Prose) {
    let is_text = matches!(kind, Kind::Text | Kind::Unknown);
    let is_list = matches!(kind, Kind::List(_));
    match unit {
        "字节" | "byte" | "bytes" if is_text => prose.bytes = prose.bytes.or(Some(number)),
        "k" | "kb" if is_text => prose.bytes = prose.bytes.or(number.checked_mul(1024)),
        "字符" | "汉字" | "字" | "character" | "characters" if is_text => {
            prose.chars = prose.chars.or(Some(number));
        }
        "个" | "条" | "人" | "item" | "items" | "" if is_list => prose.items = prose.items.or(Some(number)),
        _ => {}
    }
}

/// The first value that a pattern finds and that the type can have.
fn first(pattern: &Pattern, text: &str, kind: &Kind) -> Option<String> {
    let found = pattern.as_ref()?.captures(text)?.get(1)?.as_str().trim_end_matches('.').to_owned();
    match kind {
        Kind::Int => found.parse::<i64>().is_ok().then_some(found),
        Kind::Text => Some(found).filter(|found| !found.starts_with("http") && !found.is_empty()),
        _ => None,
    }
}

fn read_values(name: &str, text: &str, kind: &Kind, prose: &mut Prose) {
    let mut values: Vec<String> = Vec::new();
    let mut add = |pattern: &Option<Regex>, text: &str| {
        let found = pattern.iter().flat_map(|pattern| pattern.captures_iter(text));
        for value in found.filter_map(|found| found.get(1)) {
            let value = value.as_str().to_owned();
            if !values.contains(&value) {
                values.push(value);
            }
        }
    };
    if matches!(kind, Kind::Int | Kind::Text | Kind::Unknown) {
        add(&PAIR, text);
        add(&PASSED, text);
        let own = format!(r"{}\s*(?:=|为|是|传|填)+\s*(-?\d+)", regex_lite::escape(&name.to_lowercase()));
        add(&Regex::new(&own).ok(), text);
    }
    let short: Vec<&str> = SHORT_PAIR
        .iter()
        .flat_map(|pattern| pattern.captures_iter(text))
        .filter_map(|found| found.get(1))
        .map(|value| value.as_str())
        .collect();
    if values.is_empty() && short.len() >= 3 {
        values = short.into_iter().map(str::to_owned).collect();
    }
    if values.is_empty() && *kind == Kind::Text {
        values = listed(text);
    }
    let is_mask = MASKS.iter().any(|word| text.contains(word));
    // One value alone is an example.
    if values.len() >= 2 && !is_mask {
        // `And so on` is said of names; of numbers it is a part of other words.
        prose.open = *kind == Kind::Text && ["等", "更多", "其它值"].iter().any(|word| text.contains(word));
        prose.values = values;
    }
}

/// Words behind `the values are`.
fn listed(text: &str) -> Vec<String> {
    let tail = LISTED.as_ref().and_then(|pattern| pattern.captures(text)).and_then(|found| found.get(1));
    let Some(tail) = tail.map(|tail| format!(" {}", tail.as_str())) else { return Vec::new() };
    let mut values = Vec::new();
    for found in WORD.iter().flat_map(|pattern| pattern.captures_iter(&tail)) {
        if let Some(word) = found.get(1)
            && !word.as_str().starts_with("http")
            // `PVP对战` is a word of a sentence.
            && !tail[word.end()..].starts_with(is_chinese)
            && !values.contains(&word.as_str().to_owned())
        {
            values.push(word.as_str().to_owned());
        }
    }
    values
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_patterns() {
        let all =
            [&AT_MOST, &WITHIN, &LENGTH, &ONE, &ONLY, &DEFAULT, &PAIR, &SHORT_PAIR, &PASSED, &JOINED, &LISTED, &WORD];
        assert!(all.iter().all(|pattern| pattern.is_some()));
    }

    #[test]
    fn lengths_are_found() {
        let bytes = |about: &str| read("x", about, &Kind::Text).bytes;
        let cases = [
            ("摘要，长度不超过45字节", Some(45)),
            ("分享标题,长度不能超过45字节", Some(45)),
            ("URL<，长度不超过１０２４字节", Some(1024)),
            ("扩展信息，最大2K", Some(2048)),
            ("限制64字节以内", Some(64)),
            ("图片大小不能超过2M", None),
            ("图片尺寸规格为128*128", None),
        ];
        for (about, expected) in cases {
            assert_eq!(bytes(about), expected, "{about}");
        }
        assert_eq!(read("x", "不超过15个汉字", &Kind::Text).chars, Some(15));
        assert_eq!(read("x", "昵称，20个字符以内", &Kind::Text).chars, Some(20));
    }

    #[test]
    fn counts_are_found() {
        let list = Kind::List(Box::new(Kind::Text));
        let cases = [
            ("好友openid列表，每次最多可输入50个", Some(50)),
            ("最多50个", Some(50)),
            ("一次不能超过 20 个", Some(20)),
            ("type固定传0 .只支持分享给一个好友", Some(1)),
            ("需要查询的openid列表", None),
        ];
        for (about, expected) in cases {
            assert_eq!(read("x", about, &list).items, expected, "{about}");
        }
    }

    #[test]
    fn values_are_found() {
        let cases: &[(&str, &str, Kind, &[&str])] = &[
            ("x", "跳转行为(0: URL跳转；1:APP跳转,默认:0)", Kind::Int, &["0", "1"]),
            ("x", "漫游 (0:是；1:否. 目前只能填1)", Kind::Int, &["0", "1"]),
            ("flag", "flag=1时，返回不包含自己; flag=2时，返回包含自己。其它值无效", Kind::Int, &["1", "2"]),
            ("x", "性别,1表示男,2表示女", Kind::Int, &["1", "2"]),
            ("x", "平台，1-android，2-ios", Kind::Int, &["1", "2"]),
            ("opt", "功能选项；传0或者不传：使用公会id；opt为1时：即使用QQ群号", Kind::Text, &["0", "1"]),
            ("x", "查询类型:(1会员；4蓝钻；8红钻；以上可任意组合)", Kind::Int, &[]),
            ("x", "类型，取值：text、image、video", Kind::Text, &["text", "image", "video"]),
            ("x", "目前支持text（文本）、image(图片)和link（链接）", Kind::Text, &["text", "image", "link"]),
            ("x", "格式 YYYY-MM-DD，如2014-01-01 10:00:00", Kind::Text, &[]),
            ("unionid", "opt不传或者opt=0时必须要", Kind::Text, &[]),
        ];
        for (name, about, kind, expected) in cases {
            assert_eq!(read(name, about, kind).values, *expected, "{about}");
        }
    }

    #[test]
    fn the_only_value_and_the_default_are_found() {
        let int = |about: &str| {
            let prose = read("x", about, &Kind::Int);
            (prose.only, prose.default)
        };
        assert_eq!(int("目前只能填1001"), (Some("1001".into()), None));
        assert_eq!(int("消息来源 (默认值:0)"), (None, Some("0".into())));
        assert_eq!(int("登录类型，默认填2"), (None, Some("2".into())));
        let text = read("pf", "玩家登录平台，默认openmobile，有openmobile_android等", &Kind::Text);
        assert_eq!(text.default.as_deref(), Some("openmobile"));
        assert_eq!(read("f", "type固定传0", &Kind::Text).only, None);
    }

    #[test]
    fn what_may_be_left_out_is_found() {
        let optional = |about: &str| read("x", about, &Kind::Text).optional;
        assert_eq!(optional("非必填。分享的文字内容"), Some(true));
        assert_eq!(optional("如果不输入该值，默认为全部查询"), Some(true));
        assert_eq!(optional("opt不传或者opt=0时必须要"), Some(true));
        assert_eq!(optional("（必填）用户标识"), Some(false));
        assert_eq!(optional("授权凭证"), None);
    }
}
