//! The rules of `#[msdk_endpoint]`: a function for each word.

use std::collections::HashMap;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Ident, LitInt, LitStr};

use super::{Words, check_body, check_wire_name, field, path};
use crate::{
    attr::Value,
    errors::Errors,
    input::RawItem,
    keys::{self, Kind},
    model::{self, EndpointModel, FieldModel, Fixed, FixedValue, IdentityModel, Item, Part},
};

pub(crate) fn lower<'a>(raw: &'a RawItem, words: &mut Words<'a>, errors: &mut Errors) -> Option<EndpointModel<'a>> {
    let path = check_path(words, errors);
    let method = check_method(words, errors);
    let fixed = check_fixed(words, errors);
    let timeout_ms = check_timeout(words, errors);
    let fields = check_body(Kind::Endpoint, &raw.body, errors)
        .map(|fields| field::lower_request(Kind::Endpoint, fields, errors));
    let mut fields = fields?;
    let identity = check_identity(words, &mut fields, errors);
    check_names(&fields, &identity, &fixed, errors);
    check_sends_something(raw, &fields, &identity, &fixed, errors);
    Some(EndpointModel {
        item: Item::of(raw),
        docs: raw,
        function: model::function_name(&raw.ident),
        reply: reply_type(raw, words, errors),
        idempotent: words.flag(keys::IDEMPOTENT, errors),
        opua: words.flag(keys::OPUA, errors),
        unreleased: words.flag(keys::UNRELEASED, errors),
        check: words.parsed(keys::CHECK, "a path to a function", errors),
        path: path?,
        method: method?,
        identity,
        fixed,
        timeout_ms,
        fields,
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
    words.choice(keys::METHOD, &["POST"], errors)
}

/// The reply that was named, else the one of convention.
pub(crate) fn reply_type(raw: &RawItem, words: &Words<'_>, errors: &mut Errors) -> TokenStream {
    words
        .parsed::<syn::Type>(keys::REPLY, "a type", errors)
        .unwrap_or_else(|| model::conventional_reply(&raw.ident))
        .into_token_stream()
}

/// `fixed(dst = 1001, flag = 1)`
fn check_fixed(words: &Words<'_>, errors: &mut Errors) -> Vec<Fixed> {
    let entries = words.list(keys::FIXED, "fixed(dst = 1001)", errors).unwrap_or_default();
    let mut fixed = Vec::new();
    for entry in entries {
        let Value::Assigned(value) = &entry.value else {
            errors.add(&entry.key, format_args!("`{0}` has no value; write `{0} = 1` or `{0} = \"text\"`", entry.key));
            continue;
        };
        let value = match (syn::parse2::<LitInt>(value.clone()), syn::parse2::<LitStr>(value.clone())) {
            (Ok(int), _) if int.base10_parse::<i64>().is_ok() => FixedValue::Int(int),
            (_, Ok(text)) => FixedValue::Text(text),
            _ => {
                errors.add(value, "a fixed value is an integer or a string in double quotes");
                continue;
            }
        };
        fixed.push(Fixed { name: entry.key, value });
    }
    fixed
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

/// Which parts of the identity the core writes, and which the struct's own fields do.
fn check_identity(words: &Words<'_>, fields: &mut [FieldModel<'_>], errors: &mut Errors) -> IdentityModel {
    let appid_word = words.choice(keys::APPID, &[keys::INT, keys::STRING, keys::NONE], errors);
    let openid_word = words.choice(keys::OPENID, &[keys::NONE], errors);
    let (token_word, no_token) = check_token(words, errors);

    let mut appid = vec![keys::APPID_NAMES[0].to_owned()];
    let mut openid = vec![keys::OPENID_NAME.to_owned()];
    let mut token = vec![token_word.as_ref().map_or_else(|| keys::TOKEN_NAMES[0].to_owned(), LitStr::value)];
    appid.extend(also(words, keys::APPID_ALSO, errors));
    token.extend(also(words, keys::TOKEN_ALSO, errors));
    if appid_word.as_ref().is_some_and(|word| word == keys::NONE) {
        appid.clear();
    }
    if openid_word.is_some() {
        openid.clear();
    }
    if no_token {
        token.clear();
    }

    // A part that the attribute states is the attribute's; otherwise a field with one of its names takes it over.
    for field in fields.iter_mut().filter(|field| field.part == Part::Body) {
        let name = field.wire_name.as_str();
        if appid_word.is_none() && keys::APPID_NAMES.contains(&name) {
            field.part = Part::AppId;
            appid.retain(|default| default != keys::APPID_NAMES[0]);
        } else if openid_word.is_none() && name == keys::OPENID_NAME {
            field.part = Part::OpenId;
            openid.clear();
        } else if token_word.is_none() && !no_token && keys::TOKEN_NAMES.contains(&name) {
            field.part = Part::Token;
            token.retain(|default| default != keys::TOKEN_NAMES[0]);
        }
    }
    let appid_is_int = appid_word.is_some_and(|word| word == keys::INT);
    IdentityModel { appid, appid_is_int, openid, token }
}

/// `token = "openkey"` or `token = none`.
fn check_token(words: &Words<'_>, errors: &mut Errors) -> (Option<LitStr>, bool) {
    const EXPECTED: &str = "a wire name such as `\"openkey\"`, or `none`";
    let Some(value) = words.assigned(keys::TOKEN, EXPECTED, errors) else { return (None, false) };
    if syn::parse2::<Ident>(value.clone()).is_ok_and(|word| word == keys::NONE) {
        return (None, true);
    }
    if let Ok(name) = syn::parse2::<LitStr>(value.clone()) {
        check_wire_name(&name, errors);
        return (Some(name), false);
    }
    errors.add(value, format_args!("`token` is {EXPECTED}"));
    (None, false)
}

/// A second wire name of one part.
fn also(words: &Words<'_>, key: &str, errors: &mut Errors) -> Option<String> {
    let name = words.string(key, errors)?;
    check_wire_name(&name, errors);
    Some(name.value())
}

/// Two senders of one key.
fn check_names(fields: &[FieldModel<'_>], identity: &IdentityModel, fixed: &[Fixed], errors: &mut Errors) {
    let mut sent: HashMap<String, &str> = HashMap::new();
    for name in [&identity.appid, &identity.openid, &identity.token].into_iter().flatten() {
        sent.insert(name.clone(), "the session");
    }
    for fixed in fixed {
        if let Some(sender) = sent.insert(fixed.name.to_string(), "a fixed value") {
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
    let parts = [&identity.appid, &identity.openid, &identity.token];
    if fields.is_empty() && fixed.is_empty() && parts.into_iter().all(Vec::is_empty) {
        let name = &raw.ident;
        errors.add(quote!(#name), "the body would be empty; add a field, or leave a part of the identity in");
    }
}
