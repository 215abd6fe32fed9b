//! The description for people.

use std::fmt::Write as _;

use msdk::{
    Lang,
    catalogue::Code,
    metadata::{Field, Fixed, Part, Place, Shape},
};

use super::codes::Table;
use crate::{
    registry::Entry,
    texts::{self, At},
    words::{self, say},
};

/// As in the JSON.
const MOST_LEVELS: usize = 8;

/// Writes the description of an endpoint.
pub(super) fn of(entry: &Entry, tables: &[Table], lang: Lang) -> String {
    let endpoint = entry.metadata;
    let at = At::body(lang, endpoint);
    let mut page = Page { out: String::new(), lang };
    page.line(0, &format!("{} {}", endpoint.method.as_str(), endpoint.path));
    page.line(0, &format!("{}, {}/{}", endpoint.name, entry.platform, entry.chapter));
    page.blank();
    page.lines(0, &texts::of_endpoint(lang, endpoint));
    page.blank();
    page.facts(entry);
    page.heading("Request", "请求字段");
    page.fields(endpoint.fields, &at, 1, MOST_LEVELS);
    page.constants(endpoint.fixed, "always sent", "固定发送");
    page.constants(endpoint.query, "always sent, in the query", "固定发送（查询串）");
    page.constants(endpoint.headers, "always sent, as a header", "固定发送（请求头）");
    page.heading("Reply", "应答字段");
    page.inside(endpoint.reply, &at, 1, MOST_LEVELS);
    for table in tables {
        let name = table.name;
        page.heading(&format!("Codes: {name}"), &format!("错误码：{name}"));
        table.codes.iter().for_each(|code| page.code(code));
    }
    page.blank();
    page.line(0, say(lang, "`msdk explain` explains every code.", "其他错误码用 `msdk explain` 查询。"));
    page.out
}

struct Page {
    out: String,
    lang: Lang,
}

impl Page {
    fn line(&mut self, level: usize, text: &str) {
        let _ = writeln!(self.out, "{:width$}{text}", "", width = level * 2);
    }

    fn lines(&mut self, level: usize, text: &str) {
        text.trim().lines().for_each(|line| self.line(if line.is_empty() { 0 } else { level }, line));
    }

    fn blank(&mut self) {
        self.out.push('\n');
    }

    fn heading(&mut self, en: &str, zh: &str) {
        self.blank();
        let text = say(self.lang, en, zh).to_owned();
        self.line(0, &text);
    }

    /// What a caller has to know before calling.
    fn facts(&mut self, entry: &Entry) {
        let (endpoint, lang) = (entry.metadata, self.lang);
        let identity = &endpoint.identity;
        let names = [identity.appid, identity.openid, identity.token, identity.app_key].concat();
        if !names.is_empty() {
            let text = say(lang, "The client fills in: ", "由客户端填写：");
            self.line(0, &format!("{text}{}", names.join(", ")));
        }
        self.line(
            0,
            if endpoint.idempotent {
                say(lang, "Repeating a call does no harm.", "重复调用无害。")
            } else {
                say(
                    lang,
                    "It writes: do not simply repeat a call that may have acted.",
                    "会写入：可能已执行的调用不要直接重复。",
                )
            },
        );
        if let Some(other) = endpoint.replaced_by {
            self.line(0, &format!("{}{other}", say(lang, "Replaced by: ", "已被取代：")));
        }
        if endpoint.unreleased {
            self.line(0, say(lang, "For joint debugging only, says the vendor.", "官方文档注明仅供联调。"));
        }
    }

    fn constants(&mut self, fixed: &[Fixed], en: &str, zh: &str) {
        for Fixed { name, value, .. } in fixed {
            let text = format!("{name} = {value}  ({})", say(self.lang, en, zh));
            self.line(1, &text);
        }
    }

    fn fields(&mut self, fields: &[Field], at: &At, level: usize, levels: usize) {
        if fields.is_empty() {
            self.line(level, say(self.lang, "none", "无"));
        }
        for (index, field) in fields.iter().enumerate() {
            // An object of several kinds describes what tells them apart once for each kind.
            let is_same = |other: &&Field| other.name == field.name && other.part == Part::Body;
            if fields.iter().take(index).all(|before| !is_same(&before)) {
                let docs = fields.iter().filter(is_same).map(|same| same.docs).find(|docs| !docs.is_empty());
                self.field(field, docs.unwrap_or(field.docs), at, level, levels);
            }
        }
    }

    fn field(&mut self, field: &Field, docs: &str, at: &At, level: usize, levels: usize) {
        let lang = self.lang;
        if let (Part::Flattened, Shape::Object(inner)) = (field.part, field.shape.resolved()) {
            return self.fields(inner, at, level, levels);
        }
        let mut facts = vec![words::type_of(field.shape, lang)];
        facts.push(
            say(
                lang,
                if field.required { "required" } else { "optional" },
                if field.required { "必填" } else { "可选" },
            )
            .to_owned(),
        );
        facts.extend(words::limits_of(&field.limits, lang));
        if let Some(value) = field.default {
            facts.push(format!("{} {value}", say(lang, "if absent", "缺省")));
        }
        match field.place {
            Place::Query => facts.push(say(lang, "in the query", "位于查询串").to_owned()),
            Place::Header => facts.push(say(lang, "a header", "位于请求头").to_owned()),
            Place::Path => facts.push(say(lang, "in the path", "位于路径").to_owned()),
            _ => {}
        }
        if !matches!(field.part, Part::Body | Part::Flattened) {
            facts.push(say(lang, "filled in by the client", "由客户端填写").to_owned());
        }
        if field.secret {
            facts.push(say(lang, "secret", "机密").to_owned());
        }
        let comma = say(lang, ", ", "，");
        self.line(level, &format!("{}  {}", field.name, facts.join(comma)));
        self.lines(level + 2, &at.field(field, docs));
        self.inside(field.shape, &at.inside(field), level + 1, levels);
    }

    /// The fields inside of a value.
    fn inside(&mut self, shape: Shape, at: &At, level: usize, levels: usize) {
        let Some(levels) = levels.checked_sub(1) else { return };
        match shape.resolved() {
            Shape::Object(fields) => self.fields(fields, at, level, levels),
            Shape::List(inner) | Shape::Map(inner) => self.inside(*inner, at, level, levels),
            Shape::AnyOf(kinds) => kinds.iter().for_each(|kind| self.inside(kind.shape, at, level, levels)),
            _ => {}
        }
    }

    fn code(&mut self, code: &Code) {
        let lang = self.lang;
        let number = code.code.map_or_else(|| say(lang, "others", "其他").to_owned(), |code| code.to_string());
        let (advice, turn) = (code.advice.in_words().in_lang(lang), code.turn.in_words().in_lang(lang));
        self.line(1, &format!("{number}  {} [{advice}; {turn}]", code.meaning.in_lang(lang)));
        self.line(3, code.remedy.in_lang(lang));
    }
}
