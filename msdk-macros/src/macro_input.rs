//! What the macros by example have in common whose input is looked at first.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use quote::quote;

use crate::{errors::Errors, expand};

pub(crate) type Tokens = std::iter::Peekable<proc_macro2::token_stream::IntoIter>;

/// `[$crate::__wire_enum] pub enum Joining: int { Open = 0 }`, which goes on to the named macro: as it is, or as the stub
/// that `look` returns, behind what is wrong with it.
pub(crate) fn check(input: TokenStream, look: impl FnOnce(TokenStream, &mut Errors) -> TokenStream) -> TokenStream {
    let mut tokens = input.into_iter();
    let Some(TokenTree::Group(target)) = tokens.next() else { return TokenStream::new() };
    let (target, body) = (target.stream(), tokens.collect::<TokenStream>());
    let mut errors = Errors::default();
    let stub = look(body.clone(), &mut errors);
    let passed_on = if errors.is_empty() { body.clone() } else { stub };
    let named = body.into_iter().find_map(|token| match token {
        TokenTree::Ident(word) => Some(word),
        _ => None,
    });
    let unlisted = named.as_ref().and_then(expand::unlisted);
    let output = if passed_on.is_empty() { passed_on } else { quote!(#target! { [#unlisted] #passed_on }) };
    errors.join(output)
}

pub(crate) fn skip_attributes(tokens: &mut Tokens) {
    while tokens.next_if(|token| is_punct(token, '#')).is_some() {
        tokens.next_if(|token| matches!(token, TokenTree::Group(_)));
    }
}

pub(crate) fn skip_visibility(tokens: &mut Tokens) -> TokenStream {
    let mut visibility: TokenStream = tokens.next_if(|token| is_ident(token, "pub")).into_iter().collect();
    if !visibility.is_empty() {
        visibility.extend(tokens.next_if(|token| is_group(token, Delimiter::Parenthesis)));
    }
    visibility
}

pub(crate) fn is_punct(token: &TokenTree, c: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == c && (c != '=' || punct.spacing() == Spacing::Alone))
}

pub(crate) fn is_ident(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == word)
}

pub(crate) fn is_group(token: &TokenTree, delimiter: Delimiter) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == delimiter)
}
