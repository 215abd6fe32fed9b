//! The rules of `#[msdk_endpoint]`: a function for each word.

use std::collections::HashMap;

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Ident, LitInt, LitStr};

use super::{Words, check_body, chunk, codes, constant, field, identity, path, place, query, types};
use crate::{
    errors::Errors,
    input::RawItem,
    keys::{self, Kind},
    model::{self, EndpointModel, FieldModel, Fixed, IdentityModel, Item, Part, Place},
    source,
};

pub(super) fn lower<'a>(raw: &'a RawItem, words: &Words<'a>, errors: &mut Errors) -> Option<EndpointModel<'a>> {
    check_required(raw, words, errors);
    let path = check_path(words, errors);
    let method = check_method(words, errors);
    let fixed = constant::check_fixed(words, errors);
    let query = place::check_query_constants(words, errors);
    let headers = place::check_header_constants(words, errors);
    let (timeout_ms, attempt_timeout_ms) = check_timeouts(words, errors);
    let (codes, done) = (codes::check_codes(words, errors), codes::check_done(words, errors));
    let (name, has_function) = check_function(raw, words, errors);
    let reply = check_reply(words, errors);
    let replaced_by = check_deprecated(words, errors);
    let (idempotent, opua, unreleased) =
        (words.flag(keys::IDEMPOTENT, errors), words.flag(keys::OPUA, errors), words.flag(keys::UNRELEASED, errors));
    let platform = check_platform(words, errors);
    let body_codec = words.parsed(keys::CODEC, "a path to a constant that is a `Codec`", errors);
    let check = words.parsed(keys::CHECK, "a path to a function", errors);
    let fields = check_body(Kind::Endpoint, &raw.body, errors);
    let mut fields = field::lower_all(Kind::Endpoint, fields?, errors);
    place::bind_path(path.as_ref(), &mut fields, errors);
    let identity = identity::lower(words, &mut fields, errors);
    place::check_doubled(&fields, &query, &headers, errors);
    check_names(&fields, &identity, &fixed, errors);
    chunk::check_chunks(&fields, errors);
    check_place(raw, method.as_ref(), &fields, &identity, &fixed, errors);
    if words.value(keys::REPLY).is_none() && errors.is_empty() {
        check_conventional_reply(raw, errors);
    }
    Some(EndpointModel {
        item: Item::of(raw),
        raw,
        states_reply: reply.as_ref().is_some_and(|ty| !types::is_unit(ty)),
        reply: reply.unwrap_or_else(|| model::conventional_reply(&raw.ident)).into_token_stream(),
        path: path?,
        method: method?,
        name,
        has_function,
        platform,
        identity,
        fixed,
        query,
        headers,
        idempotent,
        timeout_ms,
        attempt_timeout_ms,
        codes,
        done,
        opua,
        unreleased,
        replaced_by,
        fields,
        codec: body_codec,
        check,
    })
}

/// Without these there is no endpoint.
fn check_required(raw: &RawItem, words: &Words<'_>, errors: &mut Errors) {
    const REQUIRED: [(&str, &str); 2] =
        [(keys::PATH, "path = \"/auth/verify_login/\""), (keys::METHOD, "method = POST")];
    if !raw.garbled {
        // The attribute's place, without the mark that it stands inside of an expansion.
        words.require(&REQUIRED, Span::call_site().resolved_at(raw.ident.span()), errors);
    }
}

/// The rules of a query or of a body, whichever the method sends; an unknown method sends neither.
fn check_place(
    raw: &RawItem,
    method: Option<&Ident>,
    fields: &[FieldModel<'_>],
    identity: &IdentityModel,
    fixed: &[Fixed],
    errors: &mut Errors,
) {
    let Some(method) = method else { return };
    let is_query = method == "GET";
    // What the identity or the client itself owns is refused as theirs.
    let is_owned = |name: &str| identity.names().any(|owned| owned == name) || is_query && query::is_taken(name);
    field::check_credentials(fields.iter().filter(|field| !is_owned(&field.wire_name)), errors);
    if is_query {
        query::check_query(fields, fixed, errors);
    } else {
        query::check_no_repeat(fields, errors);
        fields.iter().filter(|field| field.place == Place::Query).for_each(|field| query::check_list(field, errors));
        check_sends_something(raw, fields, identity, fixed, errors);
    }
}

fn check_path(words: &Words<'_>, errors: &mut Errors) -> Option<LitStr> {
    let path = words.string(keys::PATH, errors)?;
    path::check_path(&path, errors);
    Some(path)
}

fn check_method(words: &Words<'_>, errors: &mut Errors) -> Option<Ident> {
    words.choice(keys::METHOD, &["POST", "GET"], errors)
}

/// `platform = wechat`: the variant of `Platform`.
fn check_platform(words: &Words<'_>, errors: &mut Errors) -> Option<Ident> {
    let word = words.choice(keys::PLATFORM, &keys::PLATFORMS.map(|(word, _)| word), errors)?;
    let (_, variant) = keys::PLATFORMS.into_iter().find(|(known, _)| word == known)?;
    Some(Ident::new(variant, word.span()))
}

/// `function = name` or `function = none`: the name of the endpoint, and whether a function has it.
fn check_function(raw: &RawItem, words: &Words<'_>, errors: &mut Errors) -> (Ident, bool) {
    let name = model::function_name(&raw.ident);
    match words.parsed::<Ident>(keys::FUNCTION, "a bare name, or `none` for no function", errors) {
        Some(word) if word == keys::NONE => (name, false),
        Some(word) if word.to_string().eq_ignore_ascii_case(keys::NONE) => {
            errors.add(&word, "`none` is written in small letters; write `function = none`");
            (name, false)
        }
        Some(word) => (word, true),
        None => (name, true),
    }
}

/// `reply = AReply`
fn check_reply(words: &Words<'_>, errors: &mut Errors) -> Option<syn::Type> {
    let reply = words.parsed::<syn::Type>(keys::REPLY, "a type", errors)?;
    if types::is_word(&reply, keys::NONE) {
        errors.add(&reply, "the reply of `ret` and `msg` alone is `()`; write `reply = ()`");
    } else if types::is_no_object(&reply) {
        errors.add(
            &reply,
            "an answer is an object; write `#[msdk_reply]` above a struct whose field holds this, or say `reply = ()`",
        );
    }
    Some(reply)
}

/// The reply that is named after the struct, and is the likeliest thing to be forgotten. Beside another mistake, such as a
/// misspelt `reply`, nothing is said of it.
fn check_conventional_reply(raw: &RawItem, errors: &mut Errors) {
    let name = model::conventional_reply(&raw.ident).to_token_stream().to_string();
    if !source::lacks(&raw.ident, &name) {
        return;
    }
    let ways = "say `reply = ()` where only `ret` and `msg` come back, or name another type by `reply = ...`";
    errors.add(&raw.ident, format_args!("no type `{name}` for the reply; declare it with `#[msdk_reply]`, or {ways}"));
}

/// `deprecated = "query_vip"`
fn check_deprecated(words: &Words<'_>, errors: &mut Errors) -> Option<LitStr> {
    let name = words.string(keys::DEPRECATED, errors)?;
    if name.value().is_empty() {
        errors.add(&name, "`deprecated` names the endpoint to use instead; write it between the quotes");
    }
    Some(name)
}

/// `timeout = 3s` for a call and `attempt_timeout = 1s` for each of its attempts, in milliseconds.
fn check_timeouts(words: &Words<'_>, errors: &mut Errors) -> (Option<u64>, Option<u64>) {
    let timeout = check_time(words, keys::TIMEOUT, errors);
    let attempt = check_time(words, keys::ATTEMPT_TIMEOUT, errors);
    if let (Some((timeout, whole)), Some((attempt, part))) = (&timeout, &attempt)
        && part > whole
    {
        let message = "one attempt may not take longer than the whole call; write at most its `timeout`,";
        errors.add(attempt, format_args!("{message} `{timeout}`"));
    }
    (timeout.map(|(_, milliseconds)| milliseconds), attempt.map(|(_, milliseconds)| milliseconds))
}

/// A time as it was written, and in milliseconds.
fn check_time(words: &Words<'_>, key: &str, errors: &mut Errors) -> Option<(LitInt, u64)> {
    const EXAMPLE: &str = "a time with its unit, such as `3s` or `250ms`";
    let value = words.assigned(key, EXAMPLE, errors)?;
    if let Some((number, unit)) = apart(value) {
        errors.add(value, format_args!("a number and its unit are one word; write `{number}{unit}`"));
        return None;
    }
    let time: LitInt = words.parsed(key, EXAMPLE, errors)?;
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
    let Some(milliseconds @ 1..) = milliseconds else {
        errors.add(&time, format_args!("not a time that a call can take; write {EXAMPLE}"));
        return None;
    };
    Some((time, milliseconds))
}

/// The two parts of `3 s`.
fn apart(value: &TokenStream) -> Option<(TokenTree, TokenTree)> {
    let mut tokens = value.clone().into_iter();
    match (tokens.next(), tokens.next(), tokens.next()) {
        (Some(number @ TokenTree::Literal(_)), Some(unit @ TokenTree::Ident(_)), None) => Some((number, unit)),
        _ => None,
    }
}

/// Two senders of one key.
fn check_names(fields: &[FieldModel<'_>], identity: &IdentityModel, fixed: &[Fixed], errors: &mut Errors) {
    const IDENTITY: &str = "the client's identity";
    let mut sent: HashMap<String, &str> = identity.names().map(|name| (name.clone(), IDENTITY)).collect();
    constant::check_unique(fixed, errors);
    for Fixed { name, .. } in fixed {
        if sent.get(&model::wire_text(name)) == Some(&IDENTITY) {
            errors.add(name, format_args!("`{name}` is already sent by {IDENTITY}; remove one of them"));
        }
        sent.insert(model::wire_text(name), "a fixed value");
    }
    for field in fields.iter().filter(|field| field.part != Part::Flattened && field.place == Place::Usual) {
        if let Some(sender) = sent.get(&field.wire_name) {
            let message = format!("`{}` is already sent by {sender}; remove one of them", field.wire_name);
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
    let has_fields = fields.iter().any(|field| field.place == Place::Usual);
    if !has_fields && fixed.is_empty() && identity.names().next().is_none() {
        errors.add(&raw.ident, "the body would be empty; add a field, or leave a part of the identity in");
    }
}
