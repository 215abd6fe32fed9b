//! The rules of the fields of a request.

use std::collections::HashMap;

use syn::{LitStr, Type, ext::IdentExt};

use super::{
    Words, check_wire_name, chunk, constant, default, place, range, serde,
    types::{self, Holds},
};
use crate::{
    attr::Entry,
    errors::Errors,
    input::RawField,
    keys::{self, Kind},
    model::{FieldModel, Limit, Part, Place, Rule, Style},
};

/// Judges the fields of a request or of an object inside one.
pub(super) fn lower_all<'a>(kind: Kind, fields: &'a [RawField], errors: &mut Errors) -> Vec<FieldModel<'a>> {
    let fields: Vec<_> = fields.iter().map(|raw| lower(kind, raw, errors)).collect();
    for place in [Place::Usual, Place::Query, Place::Header] {
        let keyed = fields.iter().filter(|field| field.part != Part::Flattened && field.place == place);
        check_unique(keyed.map(|field| (field.raw, &*field.wire_name)), errors);
    }
    if kind == Kind::Object {
        check_credentials(fields.iter(), errors);
    }
    fields
}

fn lower<'a>(kind: Kind, raw: &'a RawField, errors: &mut Errors) -> FieldModel<'a> {
    let words = Words::new(&raw.words, kind.field_words(), kind.field_owner(), errors);
    let others: Vec<_> = kind.field_words().iter().copied().filter(|word| *word != keys::FLATTEN).collect();
    // Words about a key, beside `flatten`, have been refused as such and are not judged each.
    let flatten = check_flatten(&words, &others, errors);
    let words = if flatten { Words::default() } else { words };
    let by_serde =
        check_by_serde(&words, &[keys::NAME, keys::SECRET, keys::JSON, keys::QUERY, keys::HEADER], kind, errors);
    let rules = check_rules(&words, &raw.ty, errors);
    let style = check_style(raw, &words, errors);
    let renamed = serde::check_field(kind, &raw.ty, flatten, &raw.serde, errors).name;
    let (place, header) = place::check_place(raw, &words, errors);
    let wire_name = header.unwrap_or_else(|| wire_name(raw, &words, renamed, errors));
    let secret = words.flag(keys::SECRET, errors);
    FieldModel {
        raw,
        redacted: secret || (!flatten && is_credential(raw, &wire_name)),
        wire_name,
        part: if flatten { Part::Flattened } else { Part::Body },
        place,
        default: default::check_default(raw, &words, &rules, &style, errors),
        chunk: chunk::check_chunk(raw, &words, &rules, &style, errors),
        secret,
        repeat: words.key(keys::REPEAT).is_some(),
        by_serde,
        rules,
        style,
    }
}

/// Judges the value of an untagged variant, which has no key.
pub(super) fn lower_alternative<'a>(kind: Kind, raw: &'a RawField, errors: &mut Errors) -> FieldModel<'a> {
    let words = Words::new(&raw.words, kind.alternative_words(), "`#[msdk(...)]` on an untagged value", errors);
    for Entry { key, .. } in &raw.serde {
        errors.add(key, format_args!("serde's `{key}` is not read on an untagged value; remove it"));
    }
    FieldModel {
        raw,
        redacted: false,
        wire_name: raw.ident.unraw().to_string(),
        part: Part::Body,
        place: Place::Usual,
        default: None,
        chunk: None,
        secret: false,
        repeat: false,
        by_serde: false,
        rules: check_rules(&words, &raw.ty, errors),
        style: Style::Plain,
    }
}

/// `serde`, which goes with none of the words about how a value is written.
pub(super) fn check_by_serde(words: &Words<'_>, kept: &[&str], kind: Kind, errors: &mut Errors) -> bool {
    let by_serde = words.flag(keys::SERDE, errors);
    let others = kind.field_words().iter().filter(|word| **word != keys::SERDE && !kept.contains(word));
    for word in others.filter_map(|word| words.key(word)).filter(|_| by_serde) {
        errors.add(word, format_args!("with `serde` the type says how a value is written; remove `{word}` or `serde`"));
    }
    by_serde
}

fn check_rules(words: &Words<'_>, ty: &Type, errors: &mut Errors) -> Vec<Rule> {
    use range::Domain::{Count, Int};
    let ranges = [(keys::BYTES, Count), (keys::CHARS, Count), (keys::ITEMS, Count), (keys::RANGE, Int)];
    let ranges = ranges.into_iter().filter_map(|(word, domain)| range::check_range(words, word, domain, errors));
    let mut rules: Vec<Rule> = ranges.collect();
    if let Some(rule) = rules.iter().find(|rule| rule.word == keys::RANGE) {
        range::check_reach(rule, words, ty, errors);
    }
    if let (Some(values), Some(word)) = (constant::check_one_of(words, ty, errors), words.key(keys::ONE_OF)) {
        rules.push(Rule { word: word.clone(), limit: Limit::OneOf(values) });
    }
    rules
}

/// `join = ","`, `repeat`, `json` or `quoted`.
fn check_style(raw: &RawField, words: &Words<'_>, errors: &mut Errors) -> Style {
    let join = words.string(keys::JOIN, errors);
    if join.as_ref().is_some_and(|separator| separator.value().is_empty()) {
        errors.add(&join, "an empty separator, after which nobody finds the items again; write one such as `\",\"`");
    }
    words.flag(keys::JSON, errors);
    words.flag(keys::REPEAT, errors);
    let is_no_list = types::holds(&raw.ty).is_some_and(|held| held != Holds::List);
    for word in [keys::JOIN, keys::REPEAT].into_iter().filter_map(|key| words.key(key)).filter(|_| is_no_list) {
        errors.add(word, format_args!("`{word}` writes a list, and the field is none; remove it, or use a `Vec`"));
    }
    words.exclude(&[keys::JOIN, keys::JSON, keys::REPEAT], "ways to write a list", errors);
    check_quoted(raw, words, errors);
    match join {
        Some(separator) => Style::Joined(separator),
        None if words.key(keys::JSON).is_some() => Style::Json,
        None if words.key(keys::QUOTED).is_some() => Style::Quoted,
        None => Style::Plain,
    }
}

/// `quoted`, which is about numbers and about nothing that is a string anyway.
fn check_quoted(raw: &RawField, words: &Words<'_>, errors: &mut Errors) {
    words.flag(keys::QUOTED, errors);
    let Some(word) = words.key(keys::QUOTED) else { return };
    if types::is_no_number(&raw.ty) {
        errors.add(word, "`quoted` writes a number as a string, and the field is no number; remove it");
    } else if let Some(other) = [keys::JOIN, keys::JSON].into_iter().find(|other| words.key(other).is_some()) {
        errors.add(word, format_args!("`{other}` makes a string of the value already; remove `quoted` or `{other}`"));
    }
}

/// `flatten`, which goes with none of the words about a key.
pub(super) fn check_flatten(words: &Words<'_>, excluded: &[&str], errors: &mut Errors) -> bool {
    let flatten = words.flag(keys::FLATTEN, errors);
    for word in excluded.iter().filter_map(|word| words.key(word)).filter(|_| flatten) {
        errors.add(word, format_args!("a flattened field has no key of its own; remove `{word}` or `flatten`"));
    }
    flatten
}

/// The key on the wire: what `name` or serde's `rename` says, else the field's own name.
pub(super) fn wire_name(raw: &RawField, words: &Words<'_>, renamed: Option<LitStr>, errors: &mut Errors) -> String {
    let named = words.string(keys::NAME, errors);
    match (named, renamed) {
        (Some(name), Some(renamed)) if name.value() != renamed.value() => {
            errors.add(&renamed, "the wire name is said twice; keep `#[msdk(name = ...)]` or serde's `rename`");
            name.value()
        }
        (Some(name), _) | (None, Some(name)) => {
            check_wire_name(&name, errors);
            name.value()
        }
        (None, None) => raw.ident.unraw().to_string(),
    }
}

pub(super) fn check_unique<'a>(names: impl Iterator<Item = (&'a RawField, &'a str)>, errors: &mut Errors) {
    let mut seen = HashMap::new();
    for (raw, name) in names {
        // Two fields of one name are a mistake of Rust's own.
        if let Some(first) = seen.insert(name, &raw.ident).filter(|first| **first != raw.ident) {
            errors.add(&raw.ident, format_args!("wire name `{name}` is already taken by field `{first}`; rename one"));
        }
    }
}

/// A field that looks like a credential must say so, or be of the type `Secret`, lest its value is printed.
pub(super) fn check_credentials<'a>(fields: impl Iterator<Item = &'a FieldModel<'a>>, errors: &mut Errors) {
    for field in fields.filter(|field| field.part == Part::Body && !field.secret) {
        if is_credential(field.raw, &field.wire_name) {
            let message =
                "looks like a credential, which must not be printed; add `#[msdk(secret)]`, or use `msdk::Secret`";
            errors.add(&field.raw.ident, format_args!("`{}` {message}", field.wire_name));
        }
    }
}

/// Whether a field looks like a credential that its type would print.
pub(super) fn is_credential(raw: &RawField, wire_name: &str) -> bool {
    keys::is_credential(wire_name) && !types::is_secret(&raw.ty)
}
