//! The rules of the fields of a request.

use std::collections::HashMap;

use syn::{GenericArgument, PathArguments, Type, ext::IdentExt};

use super::{Words, check_wire_name, constant, range, serde};
use crate::{
    errors::Errors,
    input::RawField,
    keys::{self, Kind},
    model::{FieldModel, FixedValue, Limit, Part, Rule, Style},
};

/// Judges the fields of a request or of an object inside one.
pub(super) fn lower_all<'a>(kind: Kind, fields: &'a [RawField], errors: &mut Errors) -> Vec<FieldModel<'a>> {
    let fields: Vec<_> = fields.iter().map(|raw| lower(kind, raw, errors)).collect();
    let keyed = fields.iter().filter(|field| field.part != Part::Flattened);
    check_unique(keyed.map(|field| (field.raw, &*field.wire_name)), errors);
    if kind == Kind::Object {
        check_credentials(fields.iter(), errors);
    }
    fields
}

fn lower<'a>(kind: Kind, raw: &'a RawField, errors: &mut Errors) -> FieldModel<'a> {
    let words = Words::new(&raw.words, kind.field_words(), "`#[msdk(...)]` on a request's field", errors);
    let others: Vec<_> = kind.field_words().iter().copied().filter(|word| *word != keys::FLATTEN).collect();
    let flatten = check_flatten(&words, &others, errors);
    let rules = check_rules(&words, errors);
    let style = check_style(&words, errors);
    FieldModel {
        raw,
        wire_name: wire_name(raw, &words, errors),
        part: if flatten { Part::Flattened } else { Part::Body },
        default: check_default(raw, &words, &rules, &style, errors),
        chunk: check_chunk(&words, &rules, &style, errors),
        secret: words.flag(keys::SECRET, errors),
        repeat: words.flag(keys::REPEAT, errors),
        rules,
        style,
    }
}

fn check_rules(words: &Words<'_>, errors: &mut Errors) -> Vec<Rule> {
    use range::Domain::{Count, Int};
    let ranges = [(keys::BYTES, Count), (keys::CHARS, Count), (keys::ITEMS, Count), (keys::RANGE, Int)];
    let ranges = ranges.into_iter().filter_map(|(word, domain)| range::check_range(words, word, domain, errors));
    let mut rules: Vec<Rule> = ranges.collect();
    if let (Some(values), Some(word)) = (constant::check_one_of(words, errors), words.key(keys::ONE_OF)) {
        rules.push(Rule { word: word.clone(), limit: Limit::OneOf(values) });
    }
    rules
}

/// `join = ","` or `json`.
fn check_style(words: &Words<'_>, errors: &mut Errors) -> Style {
    let join = words.string(keys::JOIN, errors);
    if join.as_ref().is_some_and(|separator| separator.value().is_empty()) {
        errors.add(&join, "an empty separator, after which nobody finds the items again; write one such as `\",\"`");
    }
    words.flag(keys::JSON, errors);
    words.flag(keys::REPEAT, errors);
    words.exclude(&[keys::JOIN, keys::JSON, keys::REPEAT], "ways to write a list", errors);
    match join {
        Some(separator) => Style::Joined(separator),
        None if words.key(keys::JSON).is_some() => Style::Json,
        None => Style::Plain,
    }
}

/// `default = 0`, which is sent for `None` and obeys the field's own rules.
fn check_default(
    raw: &RawField,
    words: &Words<'_>,
    rules: &[Rule],
    style: &Style,
    errors: &mut Errors,
) -> Option<FixedValue> {
    const EXPECTED: &str = "an integer or a string in double quotes";
    let tokens = words.assigned(keys::DEFAULT, EXPECTED, errors)?;
    let Some(value) = constant::parse(tokens) else {
        errors.add(tokens, format_args!("`default` is not {EXPECTED}"));
        return None;
    };
    if option_argument(&raw.ty).is_none() {
        errors.add(&raw.ty, "a default is sent for `None`; make the type an `Option`");
    } else if !matches!(style, Style::Plain) {
        errors.add(tokens, "a default is no list; remove `default`, or the word that says how a list is written");
    } else if let Some(rule) = rules.iter().find(|rule| breaks(&value, rule)) {
        errors.add(tokens, format_args!("the default breaks the field's own `{}`; change one of them", rule.word));
    }
    Some(value)
}

/// Whether a constant breaks a rule.
fn breaks(value: &FixedValue, rule: &Rule) -> bool {
    match (&rule.limit, value) {
        (Limit::Range { low, high }, FixedValue::Int(int)) => rule.word == keys::RANGE && !(low..=high).contains(&int),
        (Limit::Range { low, high }, FixedValue::Text(text)) => {
            let count = if rule.word == keys::BYTES { text.value().len() } else { text.value().chars().count() };
            let is_length = rule.word == keys::BYTES || rule.word == keys::CHARS;
            is_length && i64::try_from(count).is_ok_and(|count| !(*low..=*high).contains(&count))
        }
        (Limit::OneOf(values), value) => !values.iter().any(|known| match (known, value) {
            (FixedValue::Int(known), FixedValue::Int(value)) => known == value,
            (FixedValue::Text(known), FixedValue::Text(value)) => known.value() == value.value(),
            _ => false,
        }),
    }
}

/// `chunk`, which needs the number of items that the platform takes at once.
fn check_chunk(words: &Words<'_>, rules: &[Rule], style: &Style, errors: &mut Errors) -> Option<syn::Ident> {
    let says = words.flag(keys::CHUNK, errors);
    let word = words.key(keys::CHUNK).filter(|_| says)?;
    let limit = rules.iter().find(|rule| rule.word == keys::ITEMS).map(|rule| &rule.limit);
    if !matches!(limit, Some(Limit::Range { high, .. }) if *high < i64::from(u32::MAX)) {
        errors.add(word, "`chunk` splits a list at its limit, and there is none; add one such as `items = ..=50`");
    }
    if !matches!(style, Style::Plain) || words.key(keys::REPEAT).is_some() {
        errors.add(
            word,
            "`chunk` splits a list that is sent as an array; remove it, or the word that writes it otherwise",
        );
    }
    Some(word.clone())
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
pub(super) fn wire_name(raw: &RawField, words: &Words<'_>, errors: &mut Errors) -> String {
    let named = words.string(keys::NAME, errors);
    let renamed = serde::check_field(&raw.serde, errors);
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
        if let Some(first) = seen.insert(name, &raw.ident) {
            errors.add(&raw.ident, format_args!("wire name `{name}` is already taken by field `{first}`; rename one"));
        }
    }
}

/// A field that looks like a credential must say so, or be of the type `Secret`, lest its value is printed.
pub(super) fn check_credentials<'a>(fields: impl Iterator<Item = &'a FieldModel<'a>>, errors: &mut Errors) {
    for field in fields.filter(|field| field.part == Part::Body && !field.secret) {
        let name = field.wire_name.to_lowercase();
        let looks = name == "sig" || keys::CREDENTIALS.iter().any(|credential| name.contains(credential));
        if looks && !is_secret(&field.raw.ty) {
            let message =
                "looks like a credential, which must not be printed; add `#[msdk(secret)]`, or use `msdk::Secret`";
            errors.add(&field.raw.ident, format_args!("`{}` {message}", field.wire_name));
        }
    }
}

fn is_secret(ty: &Type) -> bool {
    match option_argument(ty) {
        Some(inner) => is_secret(inner),
        None => last_segment(ty).is_some_and(|segment| segment.ident == "Secret"),
    }
}

/// Fields that travel in the query meet what the client writes there.
pub(super) fn check_query(fields: &[FieldModel<'_>], errors: &mut Errors) {
    for field in fields {
        let name = field.wire_name.as_str();
        if field.part != Part::Flattened && keys::QUERY_NAMES.contains(&name) {
            let message = format_args!("`{name}` is written into every query by the client; remove the field");
            errors.add(&field.raw.ident, message);
        }
        let is_written = field.repeat || !matches!(field.style, Style::Plain);
        if is_list(&field.raw.ty) && !is_written {
            let message = "a query has no arrays; say how the list is written: `join = \",\"`, `repeat` or `json`";
            errors.add(&field.raw.ty, message);
        }
    }
}

/// A parameter can be repeated, a key of a body cannot.
pub(super) fn check_no_repeat(fields: &[FieldModel<'_>], errors: &mut Errors) {
    for field in fields.iter().filter(|field| field.repeat) {
        let word = field.raw.words.iter().find(|entry| entry.key == keys::REPEAT).map(|entry| &entry.key);
        errors.add(word, "`repeat` is for a query, and `POST` sends a body; remove it, or use `join = \",\"`");
    }
}

fn is_list(ty: &Type) -> bool {
    match ty {
        Type::Array(_) | Type::Slice(_) => true,
        Type::Reference(reference) => is_list(&reference.elem),
        _ => match option_argument(ty) {
            Some(inner) => is_list(inner),
            None => last_segment(ty).is_some_and(|segment| segment.ident == "Vec"),
        },
    }
}

/// The `T` of an `Option<T>`.
fn option_argument(ty: &Type) -> Option<&Type> {
    let segment = last_segment(ty).filter(|segment| segment.ident == "Option")?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

fn last_segment(ty: &Type) -> Option<&syn::PathSegment> {
    match ty {
        Type::Path(path) => path.path.segments.last(),
        Type::Group(group) => last_segment(&group.elem),
        _ => None,
    }
}
