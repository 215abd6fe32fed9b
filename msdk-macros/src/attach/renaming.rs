//! Gives serde's derives, which stand beside ours, the names that values have on the wire.
//!
//! ```text
//! #[cfg_attr(feature = "serde", derive(serde::Serialize))]
//! struct A { #[msdk(name = "nickName")] nick_name: String }
//! =>
//! ... struct A { #[cfg_attr(feature = "serde", serde(rename = "nickName"))] #[msdk(name = "nickName")] ... }
//! ```

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::quote;

use crate::{attr, keys};

/// Adds serde's `rename` to each field with a `name`, if serde writes or reads the item.
pub(super) fn rename_for_serde(item: TokenStream) -> TokenStream {
    let Some(derives) = serde_derives(&item) else { return item };
    item.into_iter()
        .map(|token| match token {
            TokenTree::Group(body) if body.delimiter() == Delimiter::Brace => renamed(&body, &derives).into(),
            token => token,
        })
        .collect()
}

/// When serde's derives stand on an item: always, or under a condition.
struct Derives(Option<TokenStream>);

impl Derives {
    /// `#[serde(rename = "nickName")]`, under the condition of the derives.
    fn rename(&self, name: &TokenStream) -> TokenStream {
        let serde = Ident::new("serde", Span::call_site());
        let renamed = quote!(#serde(rename = #name));
        self.0.as_ref().map_or_else(|| quote!(#[#renamed]), |condition| quote!(#[cfg_attr(#condition, #renamed)]))
    }
}

fn serde_derives(item: &TokenStream) -> Option<Derives> {
    attributes(item.clone()).find_map(|attribute| {
        let (name, list) = named_list(attribute.stream())?;
        if name == "derive" {
            return has_serde(list.stream()).then_some(Derives(None));
        }
        if name != "cfg_attr" {
            return None;
        }
        let mut parts = attr::split_at_commas(list.stream()).into_iter().map(TokenStream::from_iter);
        let condition = parts.next()?;
        let is_serde =
            parts.any(|part| named_list(part).is_some_and(|(name, list)| name == "derive" && has_serde(list.stream())));
        is_serde.then_some(Derives(Some(condition)))
    })
}

/// Whether one of some paths ends in the name of serde's derives.
fn has_serde(derives: TokenStream) -> bool {
    attr::split_at_commas(derives)
        .iter()
        .filter_map(|path| path.last())
        .any(|last| matches!(last, TokenTree::Ident(name) if *name == "Serialize" || *name == "Deserialize"))
}

/// The fields of a struct, each name repeated for serde.
fn renamed(body: &Group, derives: &Derives) -> Group {
    let mut output = TokenStream::new();
    let mut after_hash: Option<TokenTree> = None;
    for token in body.stream() {
        match (after_hash.take(), token) {
            (Some(hash), TokenTree::Group(attribute)) if attribute.delimiter() == Delimiter::Bracket => {
                if let Some(name) = wire_name(&attribute) {
                    output.extend(derives.rename(&name));
                }
                output.extend([hash, attribute.into()]);
            }
            (hash, token) => {
                output.extend(hash);
                match token {
                    TokenTree::Punct(punct) if punct.as_char() == '#' => after_hash = Some(punct.into()),
                    // The fields of a variant.
                    TokenTree::Group(inner) if inner.delimiter() == Delimiter::Brace => {
                        output.extend([TokenTree::from(renamed(&inner, derives))]);
                    }
                    token => output.extend([token]),
                }
            }
        }
    }
    output.extend(after_hash);
    let mut renamed = Group::new(Delimiter::Brace, output);
    renamed.set_span(body.span());
    renamed
}

/// The `"nickName"` of `[msdk(name = "nickName")]`.
fn wire_name(attribute: &Group) -> Option<TokenStream> {
    let (name, list) = named_list(attribute.stream())?;
    if name != "msdk" {
        return None;
    }
    attr::split_at_commas(list.stream()).into_iter().find_map(|part| {
        let mut tokens = part.into_iter();
        let is_name = matches!(tokens.next(), Some(TokenTree::Ident(word)) if word == keys::NAME);
        let is_assigned = matches!(tokens.next(), Some(TokenTree::Punct(equals)) if equals.as_char() == '=');
        (is_name && is_assigned).then(|| tokens.collect())
    })
}

/// The attributes before an item.
fn attributes(item: TokenStream) -> impl Iterator<Item = Group> {
    let mut tokens = item.into_iter().peekable();
    std::iter::from_fn(move || {
        loop {
            let token = tokens.next()?;
            let is_hash = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '#');
            if let Some(TokenTree::Group(attribute)) =
                tokens.next_if(|next| is_hash && matches!(next, TokenTree::Group(_)))
            {
                return Some(attribute);
            }
        }
    })
}

/// `name(...)`
fn named_list(tokens: TokenStream) -> Option<(Ident, Group)> {
    let mut tokens = tokens.into_iter();
    match (tokens.next(), tokens.next(), tokens.next()) {
        (Some(TokenTree::Ident(name)), Some(TokenTree::Group(list)), None) => Some((name, list)),
        _ => None,
    }
}
