//! Takes `derive(Debug)` off a struct with secrets, which it would print.

use proc_macro2::{Delimiter, Group, Ident, Spacing, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{LitStr, ext::IdentExt};

use crate::{attr, keys};

/// Returns the item without `Debug` among its derives, and what tells the hidden derive to replace it. An item that has
/// no secret is returned as it is; one that merely may have one, under a `#[cfg]`, is printed the same either way.
pub(super) fn take_debug(item: TokenStream) -> (TokenStream, Option<TokenStream>) {
    let mut taken = None;
    let mut kept = Vec::new();
    let mut tokens = item.clone().into_iter().peekable();
    while let Some(token) = tokens.next() {
        let group = tokens.next_if(|next| is_hash(&token) && matches!(next, TokenTree::Group(_)));
        let Some(TokenTree::Group(attribute)) = group else {
            kept.push(token);
            continue;
        };
        let Some((debug, rest)) = split_derive(&attribute) else {
            kept.extend([token, attribute.into()]);
            continue;
        };
        taken = Some(debug);
        kept.extend(rest.into_iter().flat_map(|rest| [token.clone(), rest.into()]));
    }
    match taken {
        Some(debug) if has_secret(item.clone()) => {
            let derive = Ident::new(keys::DERIVE, proc_macro2::Span::call_site());
            (kept.into_iter().collect(), Some(quote!(#[msdk(#derive(#debug))])))
        }
        _ => (item, None),
    }
}

/// The `Debug` of `[derive(Debug, Clone)]`, and `[derive(Clone)]`, if anything is left of it.
fn split_derive(attribute: &Group) -> Option<(TokenStream, Option<Group>)> {
    let mut tokens = opened(attribute.stream()).into_iter();
    let (Some(TokenTree::Ident(derive)), Some(TokenTree::Group(list))) = (tokens.next(), tokens.next()) else {
        return None;
    };
    if derive != "derive" {
        return None;
    }
    let parts = attr::split_at_commas(list.stream()).into_iter().map(TokenStream::from_iter);
    let (debugs, rest): (Vec<_>, Vec<_>) = parts.partition(is_debug);
    let debug = debugs.into_iter().next()?;
    let rest = (!rest.is_empty()).then(|| {
        let mut rest = Group::new(attribute.delimiter(), quote!(#derive(#(#rest),*)));
        rest.set_span(attribute.span());
        rest
    });
    Some((debug, rest))
}

/// Whether a path is that of the standard library's derive, and not of another crate's.
fn is_debug(path: &TokenStream) -> bool {
    let path = path.to_string().replace(' ', "");
    let segments: Vec<&str> = path.trim_start_matches("::").split("::").collect();
    matches!(segments[..], ["Debug"] | ["fmt", "Debug"] | ["std" | "core", .., "Debug"])
}

/// Whether a field says `secret` or has a name that looks like a credential, as far as unread tokens tell: a struct is
/// taken for one with a secret if in doubt.
fn has_secret(tokens: TokenStream) -> bool {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let found = match (&token, tokens.peek()) {
            (hash, Some(TokenTree::Group(attribute))) if is_hash(hash) => {
                let found = says_secret(attribute.stream());
                tokens.next();
                found
            }
            (TokenTree::Group(group), _) => has_secret(group.stream()),
            (TokenTree::Ident(name), Some(TokenTree::Punct(colon))) => {
                let is_name = colon.as_char() == ':' && colon.spacing() == Spacing::Alone;
                is_name && keys::is_credential(&name.unraw().to_string())
            }
            _ => false,
        };
        if found {
            return true;
        }
    }
    false
}

/// Whether an attribute that is no doc comment has `secret` in it, or a text that looks like a credential's name.
fn says_secret(attribute: TokenStream) -> bool {
    let attribute = opened(attribute);
    let is_doc = matches!(attribute.clone().into_iter().next(), Some(TokenTree::Ident(first)) if first == "doc");
    !is_doc
        && attribute.into_iter().any(|token| match token {
            TokenTree::Group(group) => says_secret(group.stream()),
            TokenTree::Ident(word) => word == keys::SECRET,
            TokenTree::Literal(literal) => {
                syn::parse2::<LitStr>(literal.into_token_stream()).is_ok_and(|name| keys::is_credential(&name.value()))
            }
            TokenTree::Punct(_) => false,
        })
}

/// Tokens without the invisible group in which a macro hands on what it was given.
pub(super) fn opened(tokens: TokenStream) -> TokenStream {
    let mut inner = tokens.clone().into_iter();
    match (inner.next(), inner.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::None => opened(group.stream()),
        _ => tokens,
    }
}

pub(super) fn is_hash(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(hash) if hash.as_char() == '#')
}
