//! `#[msdk_endpoints(...)]` on a module: its words hold for every endpoint in it.
//!
//! ```text
//! #[msdk_endpoints(appid = none, idempotent)]
//! mod wallet {
//!     #[msdk_endpoint(path = "/wallet/coins/", method = POST)] struct Coins;
//! }
//! =>
//! mod wallet {
//!     #[msdk_endpoint(path = "/wallet/coins/", method = POST, appid = none, idempotent)] struct Coins;
//! }
//! ```

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::quote;

use crate::{
    attr,
    errors::Errors,
    keys::{self, Kind},
    lower::Words,
};

/// What an attribute names itself in messages.
const OWNER: &str = "`#[msdk_endpoints]`";

/// Adds the words of a module to each endpoint that stands directly in it.
pub(crate) fn share(args: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let defaults = defaults(args, &mut errors);
    let mut endpoints = 0;
    let mut is_module = false;
    let output: TokenStream = item
        .clone()
        .into_iter()
        .map(|token| match token {
            TokenTree::Ident(word) if word == "mod" => {
                is_module = true;
                TokenTree::Ident(word)
            }
            TokenTree::Group(body) if is_module && body.delimiter() == Delimiter::Brace => {
                let (body, found) = share_in(&body, &defaults);
                endpoints += found;
                body.into()
            }
            token => token,
        })
        .collect();
    let has_body = matches!(item.clone().into_iter().last(), Some(TokenTree::Group(_)));
    if !is_module {
        errors.add(
            first(item),
            format_args!("{OWNER} goes on a module with endpoints in it; write `mod name {{ ... }}`"),
        );
    } else if !has_body {
        let message = "and this one stands in a file; write the words on each endpoint there";
        errors.add(first(item), format_args!("{OWNER} has to see what is in a module, {message}"));
    } else if endpoints == 0 {
        let message =
            "no endpoint stands directly in this module; remove the attribute, or move it to the module that has them";
        errors.add(first(item), message);
    }
    errors.join(output)
}

/// The `mod` of an item, or its first token, to be blamed.
fn first(item: TokenStream) -> Option<TokenTree> {
    let mut tokens = item.into_iter();
    let first = tokens.next();
    let is_mod = |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word == "mod");
    first.clone().filter(is_mod).or_else(|| tokens.find(is_mod)).or(first)
}

/// The words that hold for a whole module, each with its key.
fn defaults(args: TokenStream, errors: &mut Errors) -> Vec<(String, TokenStream)> {
    let known: Vec<&'static str> =
        Kind::Endpoint.item_words().iter().copied().filter(|word| !keys::OF_ONE_ENDPOINT.contains(word)).collect();
    let entries = attr::entries(args.clone(), errors);
    Words::new(&entries, &known, OWNER, errors);
    if entries.is_empty() && errors.is_empty() {
        errors.add_at(
            proc_macro2::Span::call_site(),
            format_args!("{OWNER} has no words; write one such as `idempotent`"),
        );
    }
    parts(args).into_iter().filter(|(key, _)| known.contains(&key.as_str())).collect()
}

/// The arguments of an attribute, each with its key.
fn parts(args: TokenStream) -> Vec<(String, TokenStream)> {
    let parts = attr::split_at_commas(args).into_iter();
    parts.filter_map(|part| Some((part.first()?.to_string(), part.into_iter().collect()))).collect()
}

/// Adds the words to the endpoints in the braces of a module, and counts these.
fn share_in(body: &Group, defaults: &[(String, TokenStream)]) -> (Group, usize) {
    let mut endpoints = 0;
    let mut after_hash = false;
    let tokens = body.stream().into_iter().map(|token| {
        let is_attribute = std::mem::replace(&mut after_hash, is_hash(&token));
        match token {
            TokenTree::Group(attribute) if is_attribute && attribute.delimiter() == Delimiter::Bracket => {
                match with_defaults(&attribute, defaults) {
                    Some(shared) => {
                        endpoints += 1;
                        shared.into()
                    }
                    None => attribute.into(),
                }
            }
            token => token,
        }
    });
    let tokens: TokenStream = tokens.collect();
    let mut shared = Group::new(Delimiter::Brace, tokens);
    shared.set_span(body.span());
    (shared, endpoints)
}

fn is_hash(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == '#')
}

/// `[msdk_endpoint(...)]` with the words that it does not say itself.
fn with_defaults(attribute: &Group, defaults: &[(String, TokenStream)]) -> Option<Group> {
    let mut tokens: Vec<TokenTree> = attribute.stream().into_iter().collect();
    let own = match tokens.last() {
        Some(TokenTree::Group(own)) if own.delimiter() == Delimiter::Parenthesis => tokens.pop().and_then(group),
        _ => None,
    };
    let names_us = |word: &Ident| word == Kind::Endpoint.attribute();
    if !matches!(tokens.last(), Some(TokenTree::Ident(word)) if names_us(word)) {
        return None;
    }
    let own_args = own.as_ref().map(Group::stream).unwrap_or_default();
    let said = parts(own_args.clone());
    let added = defaults.iter().filter(|(key, _)| !said.iter().any(|(own, _)| own == key)).map(|(_, word)| word);
    let comma = (!said.is_empty() && !ends_with_comma(&own_args)).then(|| quote!(,));
    let mut args = Group::new(Delimiter::Parenthesis, quote!(#own_args #comma #(#added),*));
    if let Some(own) = own {
        args.set_span(own.span());
    }
    let path: TokenStream = tokens.into_iter().collect();
    let mut shared = Group::new(Delimiter::Bracket, quote!(#path #args));
    shared.set_span(attribute.span());
    Some(shared)
}

fn group(token: TokenTree) -> Option<Group> {
    match token {
        TokenTree::Group(group) => Some(group),
        _ => None,
    }
}

fn ends_with_comma(tokens: &TokenStream) -> bool {
    matches!(tokens.clone().into_iter().last(), Some(TokenTree::Punct(punct)) if punct.as_char() == ',')
}
