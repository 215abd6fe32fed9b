//! The rules of fields.

use std::collections::HashMap;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{
    LitInt, LitStr, Token,
    ext::IdentExt,
    parse::{Parse, ParseStream},
};

use super::{Words, check_wire_name};
use crate::{
    attr::{Entry, Value},
    errors::Errors,
    input::RawField,
    keys::{self, Kind},
    model::{FieldModel, Part, Presence, ReplyField, Rule},
};

/// Judges the fields of a request or of an object inside one.
pub(crate) fn lower_request<'a>(kind: Kind, fields: &'a [RawField], errors: &mut Errors) -> Vec<FieldModel<'a>> {
    let fields: Vec<_> = fields.iter().map(|raw| lower_request_field(kind, raw, errors)).collect();
    let names = fields.iter().filter(|field| field.part != Part::Flattened).map(|field| (field.raw, &*field.wire_name));
    check_unique(names, errors);
    fields
}

fn lower_request_field<'a>(kind: Kind, raw: &'a RawField, errors: &mut Errors) -> FieldModel<'a> {
    let words = Words::new(&raw.words, kind.field_words(), "`#[msdk(...)]` on a request's field", errors);
    let flatten = check_flatten(&words, &[keys::NAME, keys::BYTES, keys::ITEMS, keys::RANGE], errors);
    FieldModel {
        raw,
        wire_name: wire_name(raw, &words, errors),
        part: if flatten { Part::Flattened } else { Part::Body },
        rules: [(keys::BYTES, Domain::Count), (keys::ITEMS, Domain::Count), (keys::RANGE, Domain::Int)]
            .into_iter()
            .filter_map(|(word, domain)| check_rule(&words, word, domain, errors))
            .collect(),
    }
}

/// Judges the fields of a reply.
pub(crate) fn lower_reply<'a>(fields: &'a [RawField], errors: &mut Errors) -> Vec<ReplyField<'a>> {
    let fields: Vec<_> = fields.iter().map(|raw| lower_reply_field(raw, errors)).collect();
    let keyed = fields.iter().filter(|field| field.presence != Presence::Flattened);
    check_unique(keyed.map(|field| (field.raw, &*field.wire_name)), errors);
    fields
}

fn lower_reply_field<'a>(raw: &'a RawField, errors: &mut Errors) -> ReplyField<'a> {
    let words = Words::new(&raw.words, Kind::Reply.field_words(), "`#[msdk(...)]` on a reply's field", errors);
    let wire_name = wire_name(raw, &words, errors);
    let flatten = check_flatten(&words, &[keys::NAME, keys::DEFAULT], errors);
    if !flatten && keys::ENVELOPE_NAMES.contains(&wire_name.as_str()) {
        let message = format_args!("`{wire_name}` belongs to the envelope, which the core reads; remove the field");
        errors.add(&raw.ident, message);
    }
    let presence = if flatten {
        Presence::Flattened
    } else if words.flag(keys::DEFAULT, errors) {
        Presence::OrDefault
    } else {
        Presence::ByType
    };
    ReplyField { raw, wire_name, presence }
}

/// `flatten`, which goes with none of the words about a key.
fn check_flatten(words: &Words<'_>, excluded: &[&str], errors: &mut Errors) -> bool {
    let flatten = words.flag(keys::FLATTEN, errors);
    for word in excluded.iter().filter_map(|word| words.key(word)).filter(|_| flatten) {
        errors.add(word, format_args!("a flattened field has no key of its own; remove `{word}` or `flatten`"));
    }
    flatten
}

/// The key on the wire: what `name` or serde's `rename` says, else the field's own name.
fn wire_name(raw: &RawField, words: &Words<'_>, errors: &mut Errors) -> String {
    let named = words.string(keys::NAME, errors);
    let renamed = serde_rename(&raw.serde, errors);
    if let (Some(_), Some(renamed)) = (&named, &renamed) {
        errors.add(renamed, "the wire name is said twice; keep `#[msdk(name = ...)]` or serde's `rename`");
    }
    match named.or(renamed) {
        Some(name) => {
            check_wire_name(&name, errors);
            name.value()
        }
        None => raw.ident.unraw().to_string(),
    }
}

/// Serde's words on a field: `rename` counts, two more change nothing here, the rest would be misread.
fn serde_rename(entries: &[Entry], errors: &mut Errors) -> Option<LitStr> {
    let mut name = None;
    for Entry { key, value } in entries {
        match (key.to_string().as_str(), value) {
            ("rename", Value::Assigned(value)) => match syn::parse2(value.clone()) {
                Ok(text) => name = Some(text),
                Err(error) => errors.push(error),
            },
            // An absent `Option` is never sent, and `default` is about decoding.
            ("skip_serializing_if" | "default", _) => {}
            (word, _) => errors.add(
                key,
                format_args!("serde's `{word}` is not read here; the body is written from `#[msdk(...)]` words"),
            ),
        }
    }
    name
}

fn check_unique<'a>(names: impl Iterator<Item = (&'a RawField, &'a str)>, errors: &mut Errors) {
    let mut seen = HashMap::new();
    for (raw, name) in names {
        if let Some(first) = seen.insert(name, &raw.ident) {
            errors.add(
                &raw.ident,
                format_args!("wire name `{name}` is already taken by field `{first}`; rename one of them"),
            );
        }
    }
}

/// What the numbers of a rule may be.
#[derive(Clone, Copy)]
enum Domain {
    Count,
    Int,
}

/// `bytes = ..=45`, `items = 1..=50`, `range = 1..=2`
fn check_rule(words: &Words<'_>, word: &str, domain: Domain, errors: &mut Errors) -> Option<Rule> {
    let example = format!("a range such as `{word} = 1..=50`, with either end left out where there is no limit");
    let value = words.assigned(word, &example, errors)?;
    let Ok(range) = syn::parse2::<Range>(value.clone()) else {
        errors.add(value, format_args!("`{word}` is not {example}"));
        return None;
    };
    let (floor, ceiling) = match domain {
        Domain::Count => (0, i128::from(u32::MAX)),
        Domain::Int => (i128::from(i64::MIN), i128::from(i64::MAX)),
    };
    let (low, high) = (range.low.unwrap_or(floor), range.high.unwrap_or(ceiling));
    if low > high {
        errors.add(value, format_args!("the range is empty, so no value could be sent; write the smaller end first"));
        return None;
    }
    if low < floor || high > ceiling {
        errors.add(value, format_args!("`{word}` counts from {floor} to {ceiling}; write ends inside of that"));
        return None;
    }
    let key = words.key(word)?;
    Some(Rule { word: key.clone(), low: number(low), high: number(high) })
}

fn number(value: i128) -> TokenStream {
    let magnitude = proc_macro2::Literal::u128_unsuffixed(value.unsigned_abs());
    if value < 0 { quote!(-#magnitude) } else { quote!(#magnitude) }
}

/// `low..=high` with either end optional; `..high` excludes its end, as in Rust.
struct Range {
    low: Option<i128>,
    high: Option<i128>,
}

impl Parse for Range {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let low = if input.peek(Token![..]) { None } else { Some(signed(input)?) };
        let inclusive = input.peek(Token![..=]);
        if inclusive {
            input.parse::<Token![..=]>()?;
        } else {
            input.parse::<Token![..]>()?;
        }
        let high = if input.is_empty() { None } else { Some(signed(input)?) };
        Ok(Self { low, high: high.map(|high| if inclusive { high } else { high - 1 }) })
    }
}

fn signed(input: ParseStream<'_>) -> syn::Result<i128> {
    let negative = input.parse::<Option<Token![-]>>()?.is_some();
    let magnitude: i128 = input.parse::<LitInt>()?.base10_parse()?;
    Ok(if negative { -magnitude } else { magnitude })
}
