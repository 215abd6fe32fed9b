//! How the session enters the body: which parts the core writes, and which the struct's own fields do.

use proc_macro2::TokenStream;
use syn::{Ident, LitStr};

use super::{
    Words, check_wire_name,
    types::{self, Holds},
    words::not_a_value,
};
use crate::{
    errors::Errors,
    keys,
    model::{FieldModel, IdentityModel, Part, Place},
};

/// What an attribute says of one part.
enum Said {
    Nothing,
    Absent,
    Named(LitStr),
}

pub(super) fn lower(words: &Words<'_>, fields: &mut [FieldModel<'_>], errors: &mut Errors) -> IdentityModel {
    let appid = check_appid(words, errors);
    let openid = check_name(words, keys::OPENID, errors);
    let token = check_name(words, keys::TOKEN, errors);
    let app_key = words.string(keys::APP_KEY, errors).inspect(|name| check_wire_name(name, errors));
    let mut model = IdentityModel {
        appid: names(&appid.name, keys::APPID_NAMES[0], check_also(words, keys::APPID_ALSO, &appid.name, errors)),
        appid_is_int: appid.is_int,
        openid: names(&openid, keys::OPENID_NAME, None),
        token: names(&token, keys::TOKEN_NAMES[0], check_also(words, keys::TOKEN_ALSO, &token, errors)),
        app_key: app_key.iter().map(LitStr::value).collect(),
    };
    let (openid_is_said, token_is_said) = (!matches!(openid, Said::Nothing), !matches!(token, Said::Nothing));
    for field in fields.iter_mut().filter(|field| field.part == Part::Body && field.place == Place::Usual) {
        let parts = [
            (Part::AppId, &keys::APPID_NAMES[..], appid.is_stated, &mut model.appid),
            (Part::OpenId, &[keys::OPENID_NAME], openid_is_said, &mut model.openid),
            (Part::Token, &keys::TOKEN_NAMES, token_is_said, &mut model.token),
        ];
        for (part, names, is_stated, sent) in parts {
            take_over(field, part, names, is_stated, sent, errors);
        }
    }
    // With app id and openid of its own, a struct spells out the whole body, and nothing is added to it.
    let spells_out = |part| fields.iter().any(|field| field.part == part);
    if matches!(token, Said::Nothing) && spells_out(Part::AppId) && spells_out(Part::OpenId) {
        model.token.retain(|default| default != keys::TOKEN_NAMES[0]);
    }
    check_distinct(words, &model, errors);
    model
}

/// Makes a field with one of a part's names that part, in the place of the core's unless the attribute states it. A name
/// that the attribute has the core send is left alone: it is sent twice, which is a mistake.
fn take_over(
    field: &mut FieldModel<'_>,
    part: Part,
    names: &[&str],
    is_stated: bool,
    sent: &mut Vec<String>,
    errors: &mut Errors,
) {
    let is_named = names.contains(&field.wire_name.as_str());
    if !is_named || (is_stated && sent.contains(&field.wire_name)) {
        return;
    }
    field.part = part;
    check_type(field, part, errors);
    if !is_stated {
        sent.retain(|default| names.first() != Some(&default.as_str()));
    }
}

/// An app id as they are given out.
const SOME_APP_ID: i64 = 1_100_000_000;

/// A part of the identity must be able to say what the client and the session say.
fn check_type(field: &FieldModel<'_>, part: Part, errors: &mut Errors) {
    let name = &field.wire_name;
    match (part, types::holds(&field.raw.ty)) {
        (Part::AppId, Some(Holds::List | Holds::Other)) => {
            errors.add(
                &field.raw.ty,
                format_args!("`{name}` is the app id, an integer or a text; write `String` or `i64`"),
            );
        }
        (Part::AppId, Some(Holds::Int)) if types::beyond(&field.raw.ty, SOME_APP_ID).is_some() => {
            errors.add(&field.raw.ty, format_args!("`{name}` is the app id, which does not fit; write `i64`"));
        }
        (Part::OpenId, Some(Holds::Int | Holds::List | Holds::Other)) => {
            errors.add(&field.raw.ty, format_args!("`{name}` is the session's openid, a text; write `msdk::OpenId`"));
        }
        (Part::Token, Some(Holds::Int | Holds::List | Holds::Other)) => {
            errors.add(&field.raw.ty, format_args!("`{name}` is the session's token, a text; write `msdk::Secret`"));
        }
        _ => {}
    }
}

/// A name under which two parts would be sent, or one part twice. It is blamed on the later word that states it.
fn check_distinct(words: &Words<'_>, model: &IdentityModel, errors: &mut Errors) {
    let parts = [
        (&model.appid, [keys::APPID, keys::APPID_ALSO]),
        (&model.openid, [keys::OPENID; 2]),
        (&model.token, [keys::TOKEN, keys::TOKEN_ALSO]),
        (&model.app_key, [keys::APP_KEY; 2]),
    ];
    let mut seen: Vec<(&String, Option<&Ident>)> = Vec::new();
    for (names, keys) in parts {
        let word = keys.iter().rev().find_map(|key| words.key(key));
        for name in names {
            let first = seen.iter().find(|(known, _)| *known == name);
            if let Some(blamed) = first.and_then(|(_, first)| word.or(*first)) {
                errors.add(blamed, format_args!("`{name}` is sent by the identity already; write another name"));
            }
            seen.push((name, word));
        }
    }
}

fn names(said: &Said, default: &str, also: Option<LitStr>) -> Vec<String> {
    let first = match said {
        Said::Nothing => Some(default.to_owned()),
        Said::Absent => None,
        Said::Named(name) => Some(name.value()),
    };
    first.into_iter().chain(also.map(|name| name.value())).collect()
}

/// What `appid = ...` says.
struct AppId {
    is_stated: bool,
    is_int: bool,
    name: Said,
}

/// `appid = int`, `appid = string`, either with a name, as in `int("app_id")`, or `appid = none`.
fn check_appid(words: &Words<'_>, errors: &mut Errors) -> AppId {
    const EXPECTED: &str = "`int`, `string` or `none`, or `int(\"name\")` for another wire name";
    let nothing = AppId { is_stated: false, is_int: false, name: Said::Nothing };
    let Some(value) = words.assigned(keys::APPID, EXPECTED, errors) else { return nothing };
    let mut tokens = value.clone().into_iter();
    let first = tokens.next().map(|token| token.to_string()).unwrap_or_default();
    let rest: TokenStream = tokens.collect();
    let name = if rest.is_empty() { Some(Said::Nothing) } else { parenthesised(&rest).map(Said::Named) };
    match (first.as_str(), name) {
        (keys::NONE, _) if rest.is_empty() => AppId { is_stated: true, name: Said::Absent, ..nothing },
        (kind @ (keys::INT | keys::STRING), Some(name)) => {
            if let Said::Named(name) = &name {
                check_wire_name(name, errors);
            }
            AppId { is_stated: true, is_int: kind == keys::INT, name }
        }
        _ => {
            let quoted = syn::parse2::<LitStr>(value.clone()).ok().map(|text| text.value());
            match quoted.as_deref() {
                Some(word @ (keys::INT | keys::STRING | keys::NONE)) => {
                    errors.add(value, format_args!("`appid` is a bare word; write `appid = {word}` without quotes"));
                }
                Some(name) => {
                    errors.add(value, format_args!("`appid` says its type first; write `appid = string(\"{name}\")`"));
                }
                None => match nearest_kind(&first).filter(|_| rest.is_empty()) {
                    Some(kind) => errors.add(value, format_args!("`appid` says its JSON type; write `appid = {kind}`")),
                    None => errors.add(value, not_a_value(keys::APPID, EXPECTED)),
                },
            }
            AppId { is_stated: true, ..nothing }
        }
    }
}

/// The word that was meant by one such as `i64`, `None` or `String`.
fn nearest_kind(said: &str) -> Option<&'static str> {
    match said.to_ascii_lowercase().as_str() {
        "int" | "integer" | "number" | "i64" | "u64" | "i32" | "u32" => Some(keys::INT),
        "string" | "str" | "text" => Some(keys::STRING),
        "none" | "false" => Some(keys::NONE),
        _ => None,
    }
}

fn parenthesised(tokens: &TokenStream) -> Option<LitStr> {
    let group: proc_macro2::Group = syn::parse2(tokens.clone()).ok()?;
    syn::parse2(group.stream()).ok()
}

/// `token = "openkey"`, `openid = "guestid"`, or `none`.
fn check_name(words: &Words<'_>, key: &str, errors: &mut Errors) -> Said {
    let expected = "a wire name in double quotes, or `none`";
    let Some(value) = words.assigned(key, expected, errors) else { return Said::Nothing };
    if syn::parse2::<Ident>(value.clone()).is_ok_and(|word| word == keys::NONE) {
        return Said::Absent;
    }
    match syn::parse2::<LitStr>(value.clone()) {
        Ok(name) if name.value() == keys::NONE => {
            errors.add(&name, format_args!("`none` is a bare word; write `{key} = none` without quotes"));
            Said::Absent
        }
        Ok(name) => {
            check_wire_name(&name, errors);
            Said::Named(name)
        }
        Err(_) => {
            match syn::parse2::<Ident>(value.clone()) {
                Ok(word) if word.to_string().eq_ignore_ascii_case(keys::NONE) => {
                    errors.add(&word, format_args!("`none` is written in small letters; write `{key} = none`"));
                    return Said::Absent;
                }
                Ok(word) => {
                    errors.add(&word, format_args!("a wire name is in double quotes; write `{key} = \"{word}\"`"));
                }
                Err(_) => errors.add(value, not_a_value(key, expected)),
            }
            Said::Nothing
        }
    }
}

/// A second wire name of one part, which must be there then.
fn check_also(words: &Words<'_>, key: &str, first: &Said, errors: &mut Errors) -> Option<LitStr> {
    let name = words.string(key, errors)?;
    check_wire_name(&name, errors);
    if let (Said::Absent, Some(word)) = (first, words.key(key)) {
        let part = key.trim_end_matches("_also");
        errors.add(word, format_args!("`{part} = none` leaves nothing to send a second time; remove one of them"));
    }
    Some(name)
}
