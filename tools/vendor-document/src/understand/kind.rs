//! Types, as the pages write them.

use crate::page::{Kind, Prose};

/// A type that was read, with what it says besides.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Read {
    pub(super) kind: Kind,
    /// A length in the type, such as that of `string(64)`.
    pub(super) prose: Prose,
    pub(super) doubt: Option<String>,
}

impl From<Kind> for Read {
    fn from(kind: Kind) -> Self {
        Self { kind, ..Self::default() }
    }
}

const TEXTS: &[&str] =
    &["string", "str", "text", "varchar", "char", "char*", "字符串", "字符型", "文本", "std::string"];
const INTS: &[&str] = &[
    "int",
    "integer",
    "int8",
    "int16",
    "int32",
    "int64",
    "uint",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "uint32_t",
    "uint64_t",
    "int32_t",
    "int64_t",
    "long",
    "longlong",
    "short",
    "unsigned",
    "unsignedint",
    "unsignedlong",
    "整型",
    "整数",
    "整形",
    "数字",
    "时间戳",
];
const NUMBERS: &[&str] = &["float", "double", "decimal", "浮点", "浮点数", "浮点型"];
const BOOLS: &[&str] = &["bool", "boolean", "布尔", "布尔型", "布尔值"];
const OBJECTS: &[&str] =
    &["object", "json", "jsonobject", "json对象", "jsonobj", "对象", "结构体", "struct", "map", "dict", "结构", "hash"];
const LISTS: &[&str] = &["array", "list", "vector", "jsonarray", "json数组", "数组", "列表", "jsonlist"];
const JSON_TEXTS: &[&str] =
    &["json字符串", "jsonstring", "json串", "json格式字符串", "stringjson", "string(json)", "json(string)"];

/// Reads a type.
pub(super) fn read(written: &str) -> Read {
    let written = written.replace(['＜', '《'], "<").replace(['＞', '》'], ">");
    let compact: String = written.chars().filter(|c| !c.is_whitespace() && !"`*　".contains(*c)).collect();
    if compact.is_empty() || compact == "-" {
        return Read::default();
    }
    for separator in ["或者", "或", "/", "|"] {
        if let Some((first, second)) = compact.split_once(separator)
            && !compact.starts_with('/')
        {
            let first = read(first);
            let second = read(second);
            if first.kind == second.kind {
                return first;
            }
            let doubt = format!("the page gives a choice of types, `{}`, of which the first is taken", written.trim());
            return Read { doubt: Some(doubt), ..first };
        }
    }
    read_one(&compact)
}

fn read_one(written: &str) -> Read {
    let lower = written.to_lowercase();
    let is_in = |words: &[&str]| words.contains(&lower.as_str());
    if is_in(TEXTS) {
        Kind::Text.into()
    } else if is_in(INTS) {
        Kind::Int.into()
    } else if is_in(NUMBERS) {
        Kind::Number.into()
    } else if is_in(BOOLS) {
        Kind::Bool.into()
    } else if is_in(JSON_TEXTS) {
        Kind::JsonText.into()
    } else if is_in(OBJECTS) {
        Kind::Object(None).into()
    } else if is_in(LISTS) {
        Kind::List(Box::new(Kind::Unknown)).into()
    } else if lower == "number" {
        Read { doubt: Some("the page says `number`, which is taken for an integer".into()), ..Kind::Int.into() }
    } else if let Some(item) = item_of(written) {
        let item = read(item);
        Read { kind: Kind::List(Box::new(item.kind)), ..item }
    } else if let Some((outer, length)) = length_of(&lower) {
        let outer = read_one(outer);
        let doubt = format!("the page says `{written}`, whose length is taken to be one in bytes");
        match outer.kind {
            Kind::Text => {
                Read { prose: Prose { bytes: Some(length), ..Prose::default() }, doubt: Some(doubt), ..outer }
            }
            _ => outer,
        }
    } else if let Some(inner) =
        lower.split(['(', '（']).next().filter(|inner| !inner.is_empty() && inner.len() < lower.len())
    {
        read_one(inner)
    } else if let Some(inner) = lower.strip_suffix("类型").or_else(|| lower.strip_suffix('型')) {
        read_one(inner)
    } else {
        other(written)
    }
}

/// A name of its own is that of a struct; anything else is not understood.
fn other(written: &str) -> Read {
    let is_name = written.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && written.starts_with(|c: char| c.is_ascii_uppercase());
    if is_name {
        return Kind::Object(Some(written.to_owned())).into();
    }
    Read { doubt: Some(format!("the page says `{written}`, which is no type")), ..Read::default() }
}

/// `vector<T>`, `List<T>`, `T[]`, `array of T`, `T数组`.
fn item_of(written: &str) -> Option<&str> {
    let lower = written.to_ascii_lowercase();
    for list in ["vector<", "list<", "array<", "set<", "vector(", "array(", "list("] {
        if lower.starts_with(list) {
            return Some(written[list.len()..].trim_end_matches(['>', ')']));
        }
    }
    if lower.starts_with("arrayof") {
        return Some(&written["arrayof".len()..]);
    }
    written
        .strip_suffix("[]")
        .or_else(|| written.strip_suffix("数组"))
        .or_else(|| written.strip_suffix("列表"))
        .or_else(|| lower.ends_with("array").then(|| &written[..written.len() - "array".len()]))
        .filter(|item| !item.is_empty())
}

/// `string(64)`, `varchar[32]`.
fn length_of(written: &str) -> Option<(&str, u32)> {
    let (outer, rest) = written.split_once(['(', '（', '['])?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    Some((outer, digits.parse().ok()?))
}

/// Finds a type in a description, such as `列表，类型 vector<Friend>`. A table of an answer has no column for it.
pub(super) fn find(about: &str) -> Option<(String, Read)> {
    let compact: String = about.chars().filter(|c| *c != ' ' && *c != '`').collect();
    let lower = compact.to_ascii_lowercase();
    for list in ["vector<", "list<", "array<"] {
        if let Some(at) = lower.find(list)
            && let Some(length) = lower[at..].find('>')
        {
            let written = compact[at..=at + length].to_owned();
            let found = read(&written);
            return Some((written, found));
        }
    }
    // `类型：int`, `int类型`, `(string)`.
    let word = lower
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .find(|word| [TEXTS, INTS, NUMBERS, BOOLS].iter().any(|words| words.contains(word)))?;
    let near = [
        format!("类型:{word}"),
        format!("类型：{word}"),
        format!("类型{word}"),
        format!("{word}类型"),
        format!("{word}型"),
        format!("({word})"),
        format!("（{word}）"),
    ];
    near.iter().any(|near| lower.contains(near.as_str())).then(|| (word.to_owned(), read(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(item: Kind) -> Kind {
        Kind::List(Box::new(item))
    }

    #[test]
    fn types_are_read_as_people_write_them() {
        let cases = [
            ("string", Kind::Text),
            ("String ", Kind::Text),
            ("字符串", Kind::Text),
            ("string(64)", Kind::Text),
            ("uint32", Kind::Int),
            ("unsigned int", Kind::Int),
            ("int(必填)", Kind::Int),
            ("整型", Kind::Int),
            ("float", Kind::Number),
            ("vector<string>", list(Kind::Text)),
            ("Vector< string >", list(Kind::Text)),
            ("string[]", list(Kind::Text)),
            ("string数组", list(Kind::Text)),
            ("JSONArray", list(Kind::Unknown)),
            ("数组", list(Kind::Unknown)),
            ("结构体", Kind::Object(None)),
            ("json对象", Kind::Object(None)),
            ("json字符串", Kind::JsonText),
            ("Vector<ReportParam>", list(Kind::Object(Some("ReportParam".into())))),
            ("vector<jsonObject>或者json字符串(兼容)", list(Kind::Object(None))),
            ("login", Kind::Unknown),
            ("", Kind::Unknown),
        ];
        for (written, expected) in cases {
            assert_eq!(read(written).kind, expected, "{written}");
        }
        assert_eq!(read("string(64)").prose.bytes, Some(64));
        assert!(read("login").doubt.is_some() && read("").doubt.is_none());
    }

    #[test]
    fn types_are_found_in_descriptions() {
        let cases = [
            ("列表，类型\tvector<QQGameFriendsList>", Some(list(Kind::Object(Some("QQGameFriendsList".into()))))),
            ("类型vector< QQStrangeList>", Some(list(Kind::Object(Some("QQStrangeList".into()))))),
            ("等级，int类型", Some(Kind::Int)),
            ("大区ID", None),
        ];
        for (about, expected) in cases {
            assert_eq!(find(about).map(|(_, read)| read.kind), expected, "{about}");
        }
    }
}
