//! The Chinese reference of the endpoints, made from the registry and the texts of the command. To refresh it:
//! `MSDK_REFRESH=1 cargo test --test it endpoints_zh`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
};

use msdk::{
    PLATFORMS,
    metadata::{Field, Limits, Metadata, Part, Shape},
};

const FILE: &str = "docs/endpoints.zh-CN.md";
const HEAD: &str = "# 接口参考

[接口列表（英文）](../README.md#endpoints) · [错误码](error-codes.md) · [调用失败时](when-a-call-fails.zh-CN.md)

请求字段不含身份：app id、openid 与票据由客户端和会话填写。字段名为线上名称；点号表示内层对象，列表与映射按其元素列出。
";

type Texts = BTreeMap<String, BTreeMap<String, String>>;

/// The texts, and which of them were used.
struct Book {
    texts: Texts,
    used: BTreeSet<(String, String)>,
}

impl Book {
    fn read() -> Self {
        Self {
            texts: toml::from_str(include_str!("../../msdk-cli/src/endpoints.zh-CN.toml")).unwrap(),
            used: BTreeSet::new(),
        }
    }

    fn text(&mut self, endpoint: &str, path: &str) -> String {
        let name = path.rsplit('.').next().unwrap();
        for (table, key) in [(endpoint, path), (endpoint, name), ("names", name)] {
            if let Some(text) = self.texts.get(table).and_then(|texts| texts.get(key)) {
                self.used.insert((table.to_owned(), key.to_owned()));
                return text.clone();
            }
        }
        panic!("{endpoint} has no Chinese text for `{path}`")
    }

    fn unused(&self) -> Vec<String> {
        let all =
            self.texts.iter().flat_map(|(table, texts)| texts.keys().map(move |key| (table.clone(), key.clone())));
        all.filter(|entry| !self.used.contains(entry)).map(|(table, key)| format!("{table} {key}")).collect()
    }
}

fn page(book: &mut Book) -> String {
    let mut page = HEAD.to_owned();
    for (platform, chapters) in PLATFORMS.iter().copied() {
        let title = match platform {
            "qq" => "手机 QQ",
            "wechat" => "微信",
            _ => "游客",
        };
        let _ = writeln!(page, "\n## {title}（`msdk::{platform}`）");
        for chapter in chapters {
            for metadata in chapter.endpoints {
                let module = if chapter.name == platform {
                    platform.to_owned()
                } else {
                    format!("{platform}::{}", chapter.name)
                };
                endpoint(&mut page, &module, metadata, book);
            }
        }
    }
    page
}

fn endpoint(page: &mut String, module: &str, metadata: &'static Metadata, book: &mut Book) {
    let kind = if metadata.idempotent { "幂等" } else { "非幂等" };
    let about = book.text(metadata.path, "about");
    let _ = writeln!(page, "\n### `{}`\n\n{about}\n", metadata.path);
    let _ = writeln!(page, "`{module}::{}`，{}，{kind}。", metadata.name, metadata.method.as_str());
    for (title, shape) in [("请求", Shape::Object(metadata.fields)), ("应答", metadata.reply)] {
        let mut rows = Rows { text: String::new(), seen: BTreeSet::new(), endpoint: metadata.path, book };
        rows.add(shape, "");
        if rows.text.is_empty() {
            let _ = writeln!(page, "\n{title}没有自己的字段。");
        } else {
            let _ = writeln!(
                page,
                "\n| {title}字段 | 类型 | 必填 | 限制 | 含义 |\n| --- | --- | --- | --- | --- |\n{}",
                rows.text.trim_end()
            );
        }
    }
}

/// The rows of a table, each field once.
struct Rows<'b> {
    text: String,
    seen: BTreeSet<String>,
    endpoint: &'static str,
    book: &'b mut Book,
}

impl Rows<'_> {
    fn add(&mut self, shape: Shape, before: &str) {
        match shape.resolved() {
            Shape::List(inner) | Shape::Map(inner) => self.add(*inner, before),
            // The kinds of a value have no key of their own.
            Shape::AnyOf(kinds) => kinds.iter().for_each(|kind| self.add(kind.shape, before)),
            Shape::Object(fields) => fields.iter().for_each(|field| self.field(field, before)),
            _ => {}
        }
    }

    fn field(&mut self, field: &Field, before: &str) {
        if field.part == Part::Flattened {
            return self.add(field.shape, before);
        }
        let path = format!("{before}{}", field.name);
        if field.part != Part::Body || !self.seen.insert(path.clone()) {
            return;
        }
        let meaning = self.book.text(self.endpoint, &path);
        let required = if field.required { "是" } else { "否" };
        let _ = writeln!(
            self.text,
            "| `{path}` | {} | {required} | {} | {meaning} |",
            kind(field.shape),
            limits(&field.limits)
        );
        self.add(field.shape, &format!("{path}."));
    }
}

fn kind(shape: Shape) -> String {
    match shape.resolved() {
        Shape::Text => "字符串".to_owned(),
        Shape::JoinedText(separator) => format!("字符串，以 `{separator}` 分隔"),
        Shape::JsonText => "内容为 JSON 的字符串".to_owned(),
        Shape::Int | Shape::Mask(_) => "整数".to_owned(),
        Shape::Number => "数字".to_owned(),
        Shape::Quoted(_) => "字符串形式的数字".to_owned(),
        Shape::Bool => "布尔值".to_owned(),
        Shape::Flag => "0 或 1".to_owned(),
        Shape::List(inner) => format!("{}列表", kind(*inner)),
        Shape::Object(_) => "对象".to_owned(),
        Shape::Map(inner) => format!("映射，值为{}", kind(*inner)),
        Shape::AnyOf(kinds) => kinds.iter().map(|of| kind(of.shape)).collect::<Vec<_>>().join("或"),
        _ => "任意 JSON".to_owned(),
    }
}

fn limits(limits: &Limits) -> String {
    let count = |limit: Option<(u32, u32)>, unit: &str| {
        limit.map(|limit| match limit {
            (low, high) if low == high => format!("{low} {unit}"),
            (0, high) => format!("最多 {high} {unit}"),
            (low, u32::MAX) => format!("至少 {low} {unit}"),
            (low, high) => format!("{low} 至 {high} {unit}"),
        })
    };
    let range = limits.range.map(|range| match range {
        (i64::MIN, high) => format!("不大于 {high}"),
        (low, i64::MAX) => format!("不小于 {low}"),
        (low, high) => format!("{low} 至 {high}"),
    });
    let values: Vec<_> = limits.one_of.iter().map(|value| format!("`{value}`")).collect();
    let one_of = (!values.is_empty()).then(|| values.join("、"));
    let all = [count(limits.bytes, "字节"), count(limits.chars, "个字符"), count(limits.items, "项"), range, one_of];
    all.into_iter().flatten().collect::<Vec<_>>().join("，")
}

#[test]
fn the_page_is_the_registry_in_chinese() {
    let mut book = Book::read();
    let page = page(&mut book);
    assert_eq!(book.unused(), Vec::<String>::new(), "texts that belong to nothing");
    if std::env::var_os("MSDK_REFRESH").is_some() {
        fs::write(FILE, &page).unwrap();
    }
    assert!(
        fs::read_to_string(FILE).is_ok_and(|stands| stands == page),
        "{FILE} is stale; refresh it with `MSDK_REFRESH=1 cargo test --test it endpoints_zh`"
    );
}
