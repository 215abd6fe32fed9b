//! The rules of `#[msdk_endpoint]`: a function for each word.

use std::collections::HashMap;

use quote::ToTokens;
use syn::{Ident, LitInt, LitStr};

use super::{Words, check_body, constant, field, identity, path};
use crate::{
    errors::Errors,
    input::RawItem,
    keys::{self, Kind},
    model::{self, EndpointModel, FieldModel, Fixed, IdentityModel, Item, Part},
};

pub(super) fn lower<'a>(raw: &'a RawItem, words: &Words<'a>, errors: &mut Errors) -> Option<EndpointModel<'a>> {
    let path = check_path(words, errors);
    let method = check_method(words, errors);
    let fixed = constant::check_fixed(words, errors);
    let timeout_ms = check_timeout(words, errors);
    let (name, has_function) = check_function(raw, words, errors);
    let reply = words.parsed::<syn::Type>(keys::REPLY, "a type", errors);
    let replaced_by = check_deprecated(words, errors);
    let (idempotent, opua, unreleased) =
        (words.flag(keys::IDEMPOTENT, errors), words.flag(keys::OPUA, errors), words.flag(keys::UNRELEASED, errors));
    let check = words.parsed(keys::CHECK, "a path to a function", errors);
    let fields = check_body(Kind::Endpoint, &raw.body, errors);
    let mut fields = field::lower_all(Kind::Endpoint, fields?, errors);
    let identity = identity::lower(words, &mut fields, errors);
    check_names(&fields, &identity, &fixed, errors);
    let is_ours = |field: &&FieldModel<'_>| !identity.names().any(|name| *name == field.wire_name);
    field::check_credentials(fields.iter().filter(is_ours), errors);
    check_sends_something(raw, &fields, &identity, &fixed, errors);
    check_chunks(&fields, errors);
    if method.as_ref().is_some_and(|method| method == "GET") {
        field::check_query(&fields, errors);
    } else {
        field::check_no_repeat(&fields, errors);
    }
    Some(EndpointModel {
        item: Item::of(raw),
        raw,
        reply: reply.unwrap_or_else(|| model::conventional_reply(&raw.ident)).into_token_stream(),
        path: path?,
        method: method?,
        name,
        has_function,
        identity,
        fixed,
        idempotent,
        timeout_ms,
        opua,
        unreleased,
        replaced_by,
        fields,
        check,
    })
}

fn check_path(words: &Words<'_>, errors: &mut Errors) -> Option<LitStr> {
    words.require(keys::PATH, "path = \"/auth/verify_login/\"", errors);
    let path = words.string(keys::PATH, errors)?;
    path::check_path(&path, errors);
    Some(path)
}

fn check_method(words: &Words<'_>, errors: &mut Errors) -> Option<Ident> {
    words.require(keys::METHOD, "method = POST", errors);
    words.choice(keys::METHOD, &["POST", "GET"], errors)
}

/// `function = name` or `function = none`: the name of the interface, and whether a function has it.
fn check_function(raw: &RawItem, words: &Words<'_>, errors: &mut Errors) -> (Ident, bool) {
    let name = model::function_name(&raw.ident);
    match words.parsed::<Ident>(keys::FUNCTION, "a bare name, or `none` for no function", errors) {
        Some(word) if word == keys::NONE => (name, false),
        Some(word) => (word, true),
        None => (name, true),
    }
}

/// `deprecated = "query_vip"`
fn check_deprecated(words: &Words<'_>, errors: &mut Errors) -> Option<LitStr> {
    let name = words.string(keys::DEPRECATED, errors)?;
    if name.value().is_empty() {
        errors.add(&name, "`deprecated` names the interface to use instead; write it between the quotes");
    }
    Some(name)
}

/// `timeout = 3s`, in milliseconds.
fn check_timeout(words: &Words<'_>, errors: &mut Errors) -> Option<u64> {
    const EXAMPLE: &str = "a time with its unit, such as `3s` or `250ms`";
    let time: LitInt = words.parsed(keys::TIMEOUT, EXAMPLE, errors)?;
    let unit = match time.suffix() {
        "ms" => 1,
        "s" => 1000,
        "" => {
            errors.add(&time, format_args!("a number without a unit; write `{time}s` or `{time}ms`"));
            return None;
        }
        other => {
            errors.add(&time, format_args!("unknown unit `{other}`; use `s` or `ms`"));
            return None;
        }
    };
    let milliseconds = time.base10_parse::<u64>().ok().and_then(|count| count.checked_mul(unit));
    if !matches!(milliseconds, Some(1..)) {
        errors.add(&time, format_args!("not a time that a call can take; write {EXAMPLE}"));
    }
    milliseconds
}

/// Two senders of one key.
fn check_names(fields: &[FieldModel<'_>], identity: &IdentityModel, fixed: &[Fixed], errors: &mut Errors) {
    let mut sent: HashMap<String, &str> =
        identity.names().map(|name| (name.clone(), "the client's identity")).collect();
    for fixed in fixed {
        if let Some(sender) = sent.insert(model::wire_text(&fixed.name), "a fixed value") {
            errors.add(&fixed.name, format_args!("`{}` is already sent by {sender}; remove one of them", fixed.name));
        }
    }
    for field in fields.iter().filter(|field| field.part != Part::Flattened) {
        if let Some(sender) = sent.get(&field.wire_name) {
            let message = format_args!("`{}` is already sent by {sender}; remove one of them", field.wire_name);
            errors.add(&field.raw.ident, message);
        }
    }
}

/// A body without a key is not one that the access layer takes.
fn check_sends_something(
    raw: &RawItem,
    fields: &[FieldModel<'_>],
    identity: &IdentityModel,
    fixed: &[Fixed],
    errors: &mut Errors,
) {
    if fields.is_empty() && fixed.is_empty() && identity.names().next().is_none() {
        errors.add(&raw.ident, "the body would be empty; add a field, or leave a part of the identity in");
    }
}

/// At most one list is split.
fn check_chunks(fields: &[FieldModel<'_>], errors: &mut Errors) {
    let mut chunked = fields.iter().filter_map(|field| Some((field.chunk.as_ref()?, &field.raw.ident)));
    let Some((_, first)) = chunked.next() else { return };
    for (word, _) in chunked {
        errors
            .add(word, format_args!("`{first}` is split already, and a call is split by one list; remove one `chunk`"));
    }
}
