//! `msdk endpoints` and `msdk describe`.

use std::fmt::Write as _;

use msdk::{
    Lang,
    catalogue::{self, Code},
    metadata::{Field, Limits, Metadata, Part, Shape},
};
use serde_json::{Value, json};

use crate::{
    failure::Failure,
    output::Output,
    registry::{Entry, entries, find},
};

/// Lists every endpoint with the first sentence of its docs.
pub(crate) fn endpoints() -> Output {
    let mut text = String::new();
    let mut json = Vec::new();
    let mut shown = ("", "");
    for Entry { platform, chapter, metadata } in entries() {
        if shown != (platform, chapter) {
            let _ = writeln!(text, "{}{platform}::{chapter}", if text.is_empty() { "" } else { "\n" });
            shown = (platform, chapter);
        }
        let summary = summary(metadata.docs);
        let _ = writeln!(text, "  {:<32} {summary}", metadata.path);
        json.push(json!({
            "platform": platform, "chapter": chapter, "name": metadata.name, "path": metadata.path,
            "method": metadata.method.as_str(), "summary": summary,
        }));
    }
    Output::new(text, Value::from(json))
}

/// Shows all that is known of one endpoint.
pub(crate) fn describe(wanted: &str, lang: Lang) -> Result<Output, Failure> {
    let Entry { platform, chapter, metadata } = find(wanted)?;
    let codes: Vec<Value> = codes(metadata).map(|code| code_as_json(code, lang)).collect();
    let json = json!({
        "platform": platform, "chapter": chapter, "name": metadata.name, "path": metadata.path,
        "method": metadata.method.as_str(), "docs": plain(metadata.docs), "idempotent": metadata.idempotent,
        "identity": metadata.identity.openid.iter().chain(metadata.identity.appid).chain(metadata.identity.token).collect::<Vec<_>>(),
        "constants": metadata.fixed.iter().map(|fixed| (fixed.name.to_owned(), Value::from(fixed.value.to_string()))).collect::<serde_json::Map<_, _>>(),
        "fields": fields_as_json(metadata.fields), "reply": fields_as_json(fields_of(metadata.reply)), "codes": codes,
    });
    let mut text = format!(
        "{} {}  ({platform}::{chapter}::{})\n\n{}\n",
        metadata.method.as_str(),
        metadata.path,
        metadata.name,
        plain(metadata.docs)
    );
    let (request, reply, of_codes) = match lang {
        Lang::Zh => ("请求字段（身份字段由会话填写）", "应答字段", "错误码"),
        _ => ("Fields of the request, besides the identity, which the session brings", "Fields of the reply", "Codes"),
    };
    let _ = writeln!(text, "\n{request}:");
    write_fields(&mut text, metadata.fields, 1);
    let _ = writeln!(text, "\n{reply}:");
    write_fields(&mut text, fields_of(metadata.reply), 1);
    if !codes.is_empty() {
        let _ = writeln!(text, "\n{of_codes}:");
        for code in &codes {
            let get = |name: &str| code.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            let number = code.get("code").filter(|code| !code.is_null()).map_or("*".to_owned(), ToString::to_string);
            let _ = writeln!(text, "  {number:<8} {}: {}", get("meaning"), get("remedy"));
        }
    }
    Ok(Output::new(text, json))
}

/// The codes that the endpoint has to itself: those of its declaration, and its table of the catalogue.
pub(crate) fn codes(metadata: &'static Metadata) -> impl Iterator<Item = &'static Code> {
    let tables = catalogue::tables().iter().filter(|table| table.endpoint == Some(metadata.path));
    metadata.codes.iter().chain(tables.flat_map(|table| table.codes))
}

fn code_as_json(code: &Code, lang: Lang) -> Value {
    json!({
        "code": code.code, "meaning": code.meaning.in_lang(lang), "advice": code.advice,
        "remedy": code.remedy.in_lang(lang), "turn": code.turn,
    })
}

fn write_fields(text: &mut String, fields: &'static [Field], depth: usize) {
    // A type may hold itself.
    const DEEPEST: usize = 6;
    for field in fields.iter().filter(|_| depth <= DEEPEST) {
        let inner = fields_of(field.shape);
        if field.part == Part::Flattened {
            write_fields(text, inner, depth);
            continue;
        }
        if field.part != Part::Body {
            continue;
        }
        let required = if field.required { "" } else { ", optional" };
        let limits = limits(&field.limits);
        let limits = if limits.is_empty() { limits } else { format!(", {limits}") };
        let indent = "  ".repeat(depth);
        let _ = writeln!(text, "{indent}{} : {}{required}{limits}", field.name, shape(field.shape));
        let docs = summary(field.docs);
        if !docs.is_empty() {
            let _ = writeln!(text, "{indent}    {docs}");
        }
        write_fields(text, inner, depth + 1);
    }
}

fn fields_as_json(fields: &'static [Field]) -> Vec<Value> {
    as_json(fields, 0)
}

fn as_json(fields: &'static [Field], depth: usize) -> Vec<Value> {
    const DEEPEST: usize = 6;
    let described = fields.iter().filter(|field| matches!(field.part, Part::Body | Part::Flattened));
    let described = described.flat_map(|field| {
        let inner = if depth < DEEPEST { as_json(fields_of(field.shape), depth + 1) } else { Vec::new() };
        if field.part == Part::Flattened {
            return inner;
        }
        let mut json = json!({
            "name": field.name, "type": shape(field.shape), "required": field.required, "docs": plain(field.docs),
            "limits": limits(&field.limits),
        });
        if let (Some(object), false) = (json.as_object_mut(), inner.is_empty()) {
            object.insert("fields".to_owned(), Value::from(inner));
        }
        vec![json]
    });
    described.collect()
}

/// The fields of an object, or of the objects of a list.
pub(crate) fn fields_of(shape: Shape) -> &'static [Field] {
    match shape.resolved() {
        Shape::Object(fields) | Shape::AnyOf(fields) => fields,
        Shape::List(inner) | Shape::Map(inner) => fields_of(*inner),
        _ => &[],
    }
}

/// A JSON type in a few words.
fn shape(shape: Shape) -> String {
    match shape.resolved() {
        Shape::Text => "string".to_owned(),
        Shape::JoinedText(separator) => format!("string, items joined by `{separator}`"),
        Shape::JsonText => "string with JSON in it".to_owned(),
        Shape::Int | Shape::Mask(_) => "integer".to_owned(),
        Shape::Number => "number".to_owned(),
        Shape::Quoted(_) => "number in a string".to_owned(),
        Shape::Bool => "boolean".to_owned(),
        Shape::Flag => "0 or 1".to_owned(),
        Shape::List(inner) => format!("list of {}", self::shape(*inner)),
        Shape::Object(_) => "object".to_owned(),
        Shape::Map(inner) => format!("map of {}", self::shape(*inner)),
        Shape::AnyOf(kinds) => kinds.iter().map(|kind| self::shape(kind.shape)).collect::<Vec<_>>().join(" or "),
        _ => "any JSON".to_owned(),
    }
}

/// Limits in a few words.
fn limits(limits: &Limits) -> String {
    let mut words = Vec::new();
    let mut count = |limit: Option<(u32, u32)>, unit: &str| {
        if let Some((low, high)) = limit {
            words.push(match (low, high) {
                (low, high) if low == high => format!("exactly {low} {unit}"),
                (0, high) => format!("at most {high} {unit}"),
                (low, u32::MAX) => format!("at least {low} {unit}"),
                (low, high) => format!("{low} to {high} {unit}"),
            });
        }
    };
    count(limits.bytes, "bytes");
    count(limits.chars, "characters");
    count(limits.items, "items");
    if let Some((low, high)) = limits.range {
        words.push(match (low, high) {
            (i64::MIN, high) => format!("at most {high}"),
            (low, i64::MAX) => format!("at least {low}"),
            (low, high) => format!("{low} to {high}"),
        });
    }
    if !limits.one_of.is_empty() {
        let values: Vec<_> = limits.one_of.iter().map(ToString::to_string).collect();
        words.push(format!("one of {}", values.join(", ")));
    }
    words.join(", ")
}

/// The first paragraph of docs, on one line.
pub(crate) fn summary(docs: &str) -> String {
    let docs = plain(docs);
    let paragraph = docs.split("\n\n").next().unwrap_or_default();
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Docs without the links of Rust's documentation, whose texts stay.
pub(crate) fn plain(docs: &str) -> String {
    let mut plain = String::new();
    let mut rest = docs.trim();
    while let Some((before, link)) = rest.split_once('[') {
        plain.push_str(before);
        let Some((text, after)) = link.split_once(']') else {
            plain.push('[');
            rest = link;
            continue;
        };
        plain.push_str(text);
        rest = match after.strip_prefix('(').and_then(|target| target.split_once(')')) {
            // A target may be a function, with parentheses of its own.
            Some((target, behind)) if target.ends_with('(') => behind.strip_prefix(')').unwrap_or(behind),
            Some((_, behind)) => behind,
            None => after,
        };
    }
    plain + rest
}
