//! Constants of a body.

use proc_macro2::TokenStream;
use quote::quote;

use super::private;
use crate::model::{self, Fixed, FixedValue, Item};

/// The key of a constant.
pub(super) fn name(fixed: &Fixed) -> String {
    model::wire_text(&fixed.name)
}

/// `.fixed(&[Fixed::int("dst", 1001)])`
pub(super) fn expand_fixed(item: &Item<'_>, fixed: &[Fixed]) -> Option<TokenStream> {
    let constant = private(item, "Fixed");
    let constants = fixed.iter().map(|fixed| {
        let name = name(fixed);
        match &fixed.value {
            FixedValue::Int(value) => quote!(#constant::int(#name, #value)),
            FixedValue::Text(value) => quote!(#constant::text(#name, #value)),
        }
    });
    (!fixed.is_empty()).then(|| quote!(.fixed(&[#(#constants),*])))
}
