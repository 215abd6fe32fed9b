//! Constants of a body.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::LitStr;

use super::private;
use crate::model::{self, Fixed, FixedValue, Item};

/// The key of a constant.
pub(super) fn name(fixed: &Fixed) -> String {
    model::wire_text(&fixed.name)
}

/// A constant as it is written where its type is known.
fn literal(value: &FixedValue) -> TokenStream {
    match value {
        FixedValue::Int(value) => Literal::i64_unsuffixed(*value).into_token_stream(),
        FixedValue::Text(value) => value.into_token_stream(),
    }
}

/// `FixedValue::Int(1)`
pub(super) fn expand_value(private: &TokenStream, value: &FixedValue) -> TokenStream {
    let literal = literal(value);
    match value {
        FixedValue::Int(_) => quote!(#private::FixedValue::Int(#literal)),
        FixedValue::Text(_) => quote!(#private::FixedValue::Text(#literal)),
    }
}

/// `.default_int(1)`
pub(super) fn expand_default(value: &FixedValue) -> TokenStream {
    let literal = literal(value);
    match value {
        FixedValue::Int(_) => quote!(.default_int(#literal)),
        FixedValue::Text(_) => quote!(.default_text(#literal)),
    }
}

/// `.fixed(&[Fixed::int("dst", 1001)])`
pub(super) fn expand_fixed(item: &Item<'_>, fixed: &[Fixed]) -> Option<TokenStream> {
    let constants = expand_constants(item, fixed);
    (!fixed.is_empty()).then(|| quote!(.fixed(#constants)))
}

/// `.query(&[Fixed::int("version", 1)])`
pub(super) fn expand_query(item: &Item<'_>, query: &[Fixed]) -> Option<TokenStream> {
    let constants = expand_constants(item, query);
    (!query.is_empty()).then(|| quote!(.query(#constants)))
}

/// `.headers(&[Fixed::text("X-Name", "value")])`
pub(super) fn expand_headers(item: &Item<'_>, headers: &[(LitStr, LitStr)]) -> Option<TokenStream> {
    let private = private(item);
    let headers: Vec<_> = headers.iter().map(|(name, value)| quote!(#private::Fixed::text(#name, #value))).collect();
    (!headers.is_empty()).then(|| quote!(.headers(&[#(#headers),*])))
}

/// `&[Fixed::int("dst", 1001)]`
fn expand_constants(item: &Item<'_>, fixed: &[Fixed]) -> TokenStream {
    let private = private(item);
    let constants = fixed.iter().map(|fixed| {
        let (name, literal) = (name(fixed), literal(&fixed.value));
        match &fixed.value {
            FixedValue::Int(_) => quote!(#private::Fixed::int(#name, #literal)),
            FixedValue::Text(_) => quote!(#private::Fixed::text(#name, #literal)),
        }
    });
    quote!(&[#(#constants),*])
}

/// The function that makes a choice among values like the first.
pub(super) fn limited(first: Option<&FixedValue>) -> &'static str {
    if matches!(first, Some(FixedValue::Text(_))) { "TextValue" } else { "NumberValue" }
}
