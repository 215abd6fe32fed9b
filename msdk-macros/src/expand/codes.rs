//! The table of codes that an endpoint brings.

use heck::ToUpperCamelCase;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::private;
use crate::model::{CodeModel, Item};

/// `.codes(&[Code::declared(2001, Advice::Retry, "it is being computed", "ask again"), code(1, Advice::Ignore, "no")])`
pub(super) fn expand_codes(item: &Item<'_>, codes: &[CodeModel]) -> Option<TokenStream> {
    let private = private(item);
    let rows = codes.iter().map(|CodeModel { code, advice, meaning, remedy }| {
        let code = Literal::i64_unsuffixed(*code);
        let advice = Ident::new(&advice.to_string().to_upper_camel_case(), advice.span());
        let advice = quote!(#private::Advice::#advice);
        if let Some(remedy) = remedy {
            quote!(#private::Code::declared(#code, #advice, #meaning, #remedy))
        } else {
            quote!(#private::code(#code, #advice, #meaning))
        }
    });
    (!codes.is_empty()).then(|| quote!(.codes(&[#(#rows),*])))
}
