//! The rules of `codes(...)`: what the codes of an endpoint mean.

use heck::ToSnakeCase;
use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{LitInt, LitStr};

use super::{
    Words,
    words::{nearest, quoted},
};
use crate::{attr, errors::Errors, keys, model::CodeModel};

const ROW: &str = "2001 = retry(\"what it means\")";

/// `codes(2001 = retry("what it means", "what to do"))`
pub(super) fn check_codes(words: &Words<'_>, errors: &mut Errors) -> Vec<CodeModel> {
    let list = words.group(keys::CODES, &format!("{}({ROW})", keys::CODES), errors);
    if let (true, Some(word)) = (words.is_empty_list(keys::CODES), words.key(keys::CODES)) {
        errors.add(word, format_args!("`codes` explains nothing; write one such as `codes({ROW})`, or remove it"));
    }
    let rows = list.map(|list| attr::split_at_commas(list.stream())).unwrap_or_default();
    let mut codes: Vec<CodeModel> = Vec::new();
    for row in rows {
        let (code, value) = split_at_equals(row);
        let number = check_number(&code, errors);
        if number.is_some_and(|number| codes.iter().any(|known| known.code == number)) {
            errors.add(&code, format_args!("code `{}` is explained already; keep one of them", text(&code)));
        }
        let row = check_value(number.map(|_| &code), value, errors);
        if let (Some(code), Some((advice, meaning, remedy))) = (number, row) {
            codes.push(CodeModel { code, advice, meaning, remedy });
        }
    }
    codes
}

/// `done = 2001`
pub(super) fn check_done(words: &Words<'_>, errors: &mut Errors) -> Option<i64> {
    let code: TokenStream = words.parsed(keys::DONE, "the code of a refusal, such as `2001`", errors)?;
    let unquoted = syn::parse2::<LitStr>(code.clone()).ok().map(|text| text.value());
    if let Some(number) = unquoted.filter(|text| text.parse::<i64>().is_ok()) {
        errors.add(code, format_args!("a code has no quotes; write `done = {number}`"));
        return None;
    }
    check_number(&code, errors)
}

/// What stands before the `=`, and behind it if there is one.
fn split_at_equals(row: Vec<TokenTree>) -> (TokenStream, Option<TokenStream>) {
    let is_equals = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '=');
    let mut tokens = row.into_iter().peekable();
    let code = std::iter::from_fn(|| tokens.next_if(|token| !is_equals(token))).collect();
    let value = tokens.next().map(|_| tokens.collect());
    (code, value)
}

fn check_number(code: &TokenStream, errors: &mut Errors) -> Option<i64> {
    let mut tokens = code.clone().into_iter().peekable();
    let negative = tokens.next_if(|token| matches!(token, TokenTree::Punct(minus) if minus.as_char() == '-')).is_some();
    let Ok(literal) = syn::parse2::<LitInt>(tokens.collect()) else {
        let unquoted = syn::parse2::<LitStr>(code.clone()).ok().map(|text| text.value());
        match unquoted.filter(|text| text.parse::<i64>().is_ok()) {
            Some(number) => errors.add(code, format_args!("a code has no quotes; write `{number} = ...`")),
            None => errors.add(code, format_args!("a code is an integer; write one such as `{ROW}`")),
        }
        return None;
    };
    let magnitude = literal.base10_parse::<i128>().ok();
    let number = magnitude.and_then(|number| i64::try_from(if negative { -number } else { number }).ok());
    match number {
        None => errors.add(code, "a code that no answer can have; write one from -2^63 to 2^63-1"),
        Some(0) => errors.add(code, "`0` is success, which no error has; remove it"),
        Some(_) => {}
    }
    number.filter(|number| *number != 0)
}

/// `retry("what it means", "what to do")`. What stands before it is blamed where nothing does behind it; it is absent
/// where it has been blamed already.
fn check_value(
    code: Option<&TokenStream>,
    value: Option<TokenStream>,
    errors: &mut Errors,
) -> Option<(Ident, LitStr, Option<LitStr>)> {
    let Some(value) = value.filter(|value| !value.is_empty()) else {
        if let Some(code) = code {
            let number = text(code);
            errors
                .add(code, format_args!("code `{number}` has no meaning; write `{number} = retry(\"what it means\")`"));
        }
        return None;
    };
    let mut tokens = value.clone().into_iter();
    let (advice, texts, extra) = (tokens.next(), tokens.next(), tokens.next());
    let Some(TokenTree::Ident(advice)) = advice else {
        let message = "what to do comes first; write it as in `retry(\"what it means\")`, one of";
        errors.add(value, format_args!("{message} {}", quoted(keys::ADVICE)));
        return None;
    };
    let known = check_advice(&advice, errors);
    let list = match texts {
        Some(TokenTree::Group(list)) if list.delimiter() == Delimiter::Parenthesis => list,
        _ => {
            errors.add(&advice, format_args!("`{advice}` has no text; write `{advice}(\"what it means\")`"));
            return None;
        }
    };
    if let Some(extra) = extra {
        errors.add(extra, "a code has its meaning already; write a `,` behind that");
    }
    let (meaning, remedy) = check_texts(&advice, &list, errors)?;
    known.then_some((advice, meaning, remedy))
}

fn check_advice(advice: &Ident, errors: &mut Errors) -> bool {
    let said = advice.to_string();
    if keys::ADVICE.contains(&said.as_str()) {
        return true;
    }
    match keys::ADVICE
        .iter()
        .find(|word| **word == said.to_snake_case())
        .copied()
        .or_else(|| nearest(&said, keys::ADVICE))
    {
        Some(near) => errors.add(advice, format_args!("unknown advice `{said}`; did you mean `{near}`?")),
        None => errors.add(advice, format_args!("unknown advice `{said}`; use one of {}", quoted(keys::ADVICE))),
    }
    false
}

/// One or two texts in double quotes, neither of them empty.
fn check_texts(advice: &Ident, list: &Group, errors: &mut Errors) -> Option<(LitStr, Option<LitStr>)> {
    const ROLES: [&str; 2] = ["what the code means", "what to do about it"];
    let parts = attr::split_at_commas(list.stream());
    if parts.is_empty() {
        errors.add_at(list.span(), format_args!("a code without a text; write {} in double quotes", ROLES[0]));
    }
    let mut texts = Vec::new();
    for (index, part) in parts.into_iter().enumerate() {
        let part: TokenStream = part.into_iter().collect();
        let Some(role) = ROLES.get(index) else {
            errors.add(part, format_args!("`{advice}` takes {} and {}; remove the rest", ROLES[0], ROLES[1]));
            return None;
        };
        match syn::parse2::<LitStr>(part.clone()) {
            Ok(text) if text.value().trim().is_empty() => {
                errors.add(text, format_args!("an empty text; write {role} between the quotes"));
            }
            Ok(text) => texts.push(text),
            Err(_) => errors.add(part, format_args!("not a text; write {role} in double quotes")),
        }
    }
    let mut texts = texts.into_iter();
    Some((texts.next()?, texts.next()))
}

/// A code as it was written, without the space that tokens have between them.
fn text(code: &TokenStream) -> String {
    code.to_token_stream().to_string().replace(' ', "")
}
