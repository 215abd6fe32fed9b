//! The texts in Chinese.

use std::collections::BTreeSet;

use msdk::metadata::{Field, Metadata, Shape};
use serde_json::Value;

use crate::support::{json_of, run, stdout};

/// Every endpoint.
fn endpoints() -> impl Iterator<Item = &'static Metadata> {
    let chapters = msdk::PLATFORMS.iter().flat_map(|(_, chapters)| chapters.iter());
    chapters.flat_map(|chapter| chapter.endpoints.iter().copied())
}

/// The lines of an endpoint's docs and of its fields'. A line as short as `The score.` is no less English.
fn english(endpoint: &Metadata) -> BTreeSet<&'static str> {
    let mut docs = vec![endpoint.docs];
    docs_of(Shape::Object(endpoint.fields), &mut docs);
    docs_of(endpoint.reply, &mut docs);
    docs.iter().flat_map(|docs| docs.lines()).map(str::trim).filter(|line| !line.is_empty()).collect()
}

fn docs_of(shape: Shape, docs: &mut Vec<&'static str>) {
    let mut of_fields = |fields: &'static [Field]| {
        for field in fields {
            docs.push(field.docs);
            docs_of(field.shape, docs);
        }
    };
    match shape.resolved() {
        Shape::Object(fields) | Shape::AnyOf(fields) => of_fields(fields),
        Shape::List(inner) | Shape::Map(inner) | Shape::Quoted(inner) => docs_of(*inner, docs),
        _ => {}
    }
}

/// Which of these lines are in a text.
fn left<'l>(text: &str, lines: &BTreeSet<&'l str>) -> Vec<&'l str> {
    lines.iter().copied().filter(|line| text.contains(*line)).collect()
}

/// The texts of a key, wherever it is in a value but for the examples, which may have such a key too. What describes codes
/// has both languages, by keys of its own.
fn texts_of<'v>(key: &str, value: &'v Value, found: &mut Vec<&'v str>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members.iter().filter(|(name, _)| *name != "example") {
                found.extend(value.as_str().filter(|text| name == key && !text.is_empty()));
                texts_of(key, value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| texts_of(key, item, found)),
        _ => {}
    }
}

fn is_chinese(text: &str) -> bool {
    text.chars().any(|char| ('\u{4e00}'..='\u{9fff}').contains(&char))
}

#[test]
fn a_chinese_description_has_no_english_docs() {
    for endpoint in endpoints() {
        let english = english(endpoint);
        assert!(!left(&stdout(&run(&["describe", endpoint.path])), &english).is_empty(), "{}", endpoint.path);
        let text = stdout(&run(&["describe", endpoint.path, "--lang", "zh"]));
        assert_eq!(left(&text, &english), Vec::<&str>::new(), "{}", endpoint.path);
        let json = json_of(&run(&["describe", endpoint.path, "--lang", "zh", "--json"]));
        let mut docs = Vec::new();
        texts_of("docs", &json, &mut docs);
        let foreign: Vec<_> = docs.into_iter().filter(|docs| !is_chinese(docs)).collect();
        assert_eq!(foreign, Vec::<&str>::new(), "{}", endpoint.path);
    }
}

#[test]
fn endpoints_are_listed_in_chinese() {
    for entry in json_of(&run(&["endpoints", "--lang", "zh", "--json"])).as_array().unwrap() {
        assert!(is_chinese(entry["summary"].as_str().unwrap()), "{entry}");
    }
}

/// All but the control interface of the gateway, which has English docs only.
#[test]
fn a_document_has_chinese_texts() {
    let document = json_of(&run(&["openapi", "--lang", "zh"]));
    let schemas = &document["components"]["schemas"];
    let mut texts = vec![document["info"]["description"].as_str().unwrap()];
    for part in [&document["components"]["parameters"], &schemas["Success"], &schemas["Refusal"], &schemas["Flag"]] {
        texts_of("description", part, &mut texts);
    }
    for (name, schema) in schemas.as_object().unwrap() {
        if name.contains("Request") || name.contains("Reply") {
            texts_of("description", schema, &mut texts);
        }
    }
    for endpoint in endpoints() {
        let item = &document["paths"][endpoint.path];
        texts_of("summary", item, &mut texts);
        texts_of("description", item, &mut texts);
    }
    assert!(texts.len() > 300, "{}", texts.len());
    let foreign: Vec<_> = texts.into_iter().filter(|text| !is_chinese(text)).collect();
    assert_eq!(foreign, Vec::<&str>::new());
}
