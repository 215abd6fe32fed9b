//! Words of ours that stand on a field as attributes of their own, `#[secret]` for `#[msdk(secret)]`: rustc knows no such
//! attribute, and would not say where the word belongs.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};

use super::printing::{is_hash, opened};
use crate::{
    attr,
    errors::Errors,
    keys::{self, Kind},
};

/// What the standard library derives, with helper attributes of which only `default` is a word of ours as well.
const STANDARD: &[&str] = &["Debug", "Clone", "Copy", "Default", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"];

/// Takes such attributes off the fields, each a mistake. An item with another derive is left alone: the attribute may be
/// that one's.
pub(super) fn take_stray(kind: Kind, item: TokenStream, errors: &mut Errors) -> TokenStream {
    if derives_others(item.clone()) {
        return item;
    }
    let strip = |token| match token {
        TokenTree::Group(body) if body.delimiter() == Delimiter::Brace => {
            let mut stripped = Group::new(Delimiter::Brace, strip_fields(kind, body.stream(), errors));
            stripped.set_span(body.span());
            stripped.into()
        }
        other => other,
    };
    item.into_iter().map(strip).collect()
}

/// Whether an item has a derive of another crate.
fn derives_others(item: TokenStream) -> bool {
    item.into_iter().any(|token| {
        let TokenTree::Group(attribute) = token else { return false };
        let mut tokens = opened(attribute.stream()).into_iter();
        match (tokens.next(), tokens.next()) {
            (Some(TokenTree::Ident(word)), Some(TokenTree::Group(list))) if word == "derive" => {
                attr::split_at_commas(list.stream()).iter().any(|path| !is_standard(path))
            }
            _ => false,
        }
    })
}

fn is_standard(path: &[TokenTree]) -> bool {
    matches!(path.last(), Some(TokenTree::Ident(last)) if STANDARD.iter().any(|derive| last == derive))
}

fn strip_fields(kind: Kind, fields: TokenStream, errors: &mut Errors) -> TokenStream {
    let mut kept = Vec::new();
    let mut tokens = fields.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let stray = match tokens.peek() {
            Some(TokenTree::Group(attribute)) if is_hash(&token) => word(kind, attribute),
            _ => None,
        };
        match stray {
            Some((word, attribute)) => {
                tokens.next();
                errors.add(&word, format_args!("no attribute of its own; write `#[msdk({attribute})]`"));
            }
            None => kept.push(token),
        }
    }
    kept.into_iter().collect()
}

/// The word of ours that an attribute is named after, and the whole of it as text.
fn word(kind: Kind, attribute: &Group) -> Option<(Ident, String)> {
    let mut tokens = opened(attribute.stream()).into_iter();
    let TokenTree::Ident(word) = tokens.next()? else { return None };
    let is_anothers = word == keys::DEFAULT || word == keys::SERDE;
    let is_ours = !is_anothers && kind.field_words().iter().any(|known| word == known);
    let value = match tokens.next() {
        None => String::new(),
        Some(TokenTree::Punct(equals)) if equals.as_char() == '=' => format!(" = {}", tokens.collect::<TokenStream>()),
        Some(TokenTree::Group(list)) => format!(" = {}", list.stream()),
        Some(_) => return None,
    };
    is_ours.then(|| (word.clone(), format!("{word}{}", value.replace(" ..", "..").replace("..= ", "..="))))
}
