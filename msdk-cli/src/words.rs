//! Types and limits in words, in two languages.

use std::borrow::Cow;

use msdk::{
    Lang,
    metadata::{Limits, Shape},
};
use msdk_mock::Refusal;

/// Chooses a text by its language.
pub(crate) const fn say<'t>(lang: Lang, en: &'t str, zh: &'t str) -> &'t str {
    match lang {
        Lang::Zh => zh,
        _ => en,
    }
}

/// What the gateway for tests says, which is English on the wire. What has no Chinese, such as a text that somebody had it
/// answer, stays as it is.
pub(crate) fn of_gateway(text: &str, lang: Lang) -> Cow<'_, str> {
    let chinese = (lang == Lang::Zh).then(|| Refusal::chinese_of(text)).flatten();
    chinese.map_or(Cow::Borrowed(text), Cow::Owned)
}

/// The JSON type of a value in words.
pub(crate) fn type_of(shape: Shape, lang: Lang) -> String {
    let say = |en, zh| say(lang, en, zh).to_owned();
    match shape.resolved() {
        Shape::Text => say("string", "字符串"),
        Shape::JoinedText(separator) => match lang {
            Lang::Zh => format!("字符串，各项以 {separator:?} 拼接"),
            _ => format!("string, items joined by {separator:?}"),
        },
        Shape::JsonText => say("string that holds JSON", "内容为 JSON 的字符串"),
        Shape::Int => say("integer", "整数"),
        Shape::Number => say("number", "数字"),
        Shape::Quoted(inner) => match lang {
            Lang::Zh => format!("带引号的{}", type_of(*inner, lang)),
            _ => format!("{} in quotes", type_of(*inner, lang)),
        },
        Shape::Mask(bits) => {
            let bits: Vec<String> = bits.iter().map(|bit| format!("{} = {}", bit.name, bit.value)).collect();
            match lang {
                Lang::Zh => format!("按位组合的整数（{}）", bits.join("、")),
                _ => format!("integer of bits ({})", bits.join(", ")),
            }
        }
        Shape::Bool => say("true or false", "true 或 false"),
        Shape::Flag => say("0 or 1", "0 或 1"),
        Shape::List(item) => match lang {
            Lang::Zh => format!("数组，每项为{}", type_of(*item, lang)),
            _ => format!("array of {}", type_of(*item, lang)),
        },
        Shape::Object(_) => say("object", "对象"),
        Shape::Map(value) => match lang {
            Lang::Zh => format!("任意键的对象，值为{}", type_of(*value, lang)),
            _ => format!("object with any keys, values {}", type_of(*value, lang)),
        },
        Shape::AnyOf(kinds) => {
            let kinds: Vec<String> = kinds.iter().map(|kind| type_of(kind.shape, lang)).collect();
            kinds.join(say(" or ", "或").as_str())
        }
        _ => say("any JSON", "任意 JSON"),
    }
}

/// The limits of a value in words.
pub(crate) fn limits_of(limits: &Limits, lang: Lang) -> Vec<String> {
    let count = |limit: Option<(u32, u32)>, en: &str, zh: &str| {
        limit.map(|(low, high)| {
            let range = between((low > 0).then(|| low.to_string()), (high < u32::MAX).then(|| high.to_string()), lang);
            format!("{range} {}", say(lang, en, zh))
        })
    };
    let range = limits.range.map(|(low, high)| {
        between((low > i64::MIN).then(|| low.to_string()), (high < i64::MAX).then(|| high.to_string()), lang)
    });
    let known: Vec<String> = limits.one_of.iter().map(ToString::to_string).collect();
    let one_of = (!known.is_empty()).then(|| match lang {
        Lang::Zh => format!("取值 {}", known.join("、")),
        _ => format!("one of {}", known.join(", ")),
    });
    let found = [
        range,
        count(limits.bytes, "bytes of UTF-8", "字节（UTF-8）"),
        count(limits.chars, "characters", "个字符"),
        count(limits.items, "items", "项"),
        one_of,
    ];
    found.into_iter().flatten().collect()
}

fn between(low: Option<String>, high: Option<String>, lang: Lang) -> String {
    match (low, high) {
        (Some(low), Some(high)) if low == high => low,
        (Some(low), Some(high)) => format!("{low} {} {high}", say(lang, "to", "至")),
        (Some(low), None) => format!("{} {low}", say(lang, "at least", "至少")),
        (None, Some(high)) => format!("{} {high}", say(lang, "at most", "最多")),
        (None, None) => say(lang, "any number of", "任意").to_owned(),
    }
}

/// The sections by name; the last one of the document is its list of codes.
pub(crate) fn of_sections(sections: &[String], lang: Lang) -> String {
    let name = |section: &String| match (section.as_str(), lang) {
        ("5", Lang::Zh) => "第 5 节（错误码）".to_owned(),
        ("5", _) => "section 5 (the codes)".to_owned(),
        (section, Lang::Zh) => format!("第 {section} 节"),
        (section, _) => format!("section {section}"),
    };
    let names: Vec<String> = sections.iter().map(name).collect();
    names.join(say(lang, ", ", "、"))
}
