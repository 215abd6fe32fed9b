//! A stub in the place of a faulty declaration, so that code which uses it still type-checks and no second error
//! follows the first.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::{
    attr::Value,
    expand,
    input::RawItem,
    keys::{self, Kind},
    model::{self, Item},
};

/// The stub for an item of `kind`.
pub(crate) fn expand(kind: Kind, raw: &RawItem) -> TokenStream {
    let Item { root, ident, generics, .. } = Item::of(raw);
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    match kind {
        Kind::Endpoint => {
            let reply = reply(raw);
            let function = expand::expand_function(raw, &model::function_name(ident), &reply);
            quote! {
                #[automatically_derived]
                impl #impl_generics #root::Endpoint for #ident #type_generics #where_clause {
                    type Reply = #reply;
                    const DECLARED: #root::Metadata = #root::__private::STUB;
                    fn encode(&self, _: &mut #root::Encoder<'_>) {}
                }
                #function
            }
        }
        Kind::Object => quote! {
            #[automatically_derived]
            impl #impl_generics #root::Object for #ident #type_generics #where_clause {
                const FIELDS: &'static [#root::__private::Field] = &[];
                fn encode_fields(&self, _: &mut #root::Encoder<'_>) {}
            }
            #[automatically_derived]
            impl #impl_generics #root::Encode for #ident #type_generics #where_clause {
                const SHAPE: #root::__private::Shape = #root::__private::Shape::Any;
                fn encode(&self, _: &mut #root::Encoder<'_>) {}
            }
        },
        Kind::Reply => quote! {
            #[automatically_derived]
            impl #impl_generics #root::Decode for #ident #type_generics #where_clause {
                const SHAPE: #root::__private::Shape = #root::__private::Shape::Any;
                fn decode(_: #root::Json<'_>) -> #root::__private::Result<Self, #root::DecodeError> {
                    #root::__private::stub()
                }
            }
        },
    }
}

/// The reply that was named, if it is a type at all, else the one of convention.
fn reply(raw: &RawItem) -> TokenStream {
    raw.args
        .iter()
        .filter(|entry| entry.key == keys::REPLY)
        .find_map(|entry| match &entry.value {
            Value::Assigned(value) => syn::parse2::<syn::Type>(value.clone()).ok(),
            _ => None,
        })
        .unwrap_or_else(|| model::conventional_reply(&raw.ident))
        .into_token_stream()
}
