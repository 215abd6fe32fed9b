//! A stub in the place of a faulty declaration, so that code which uses it still type-checks and no second error
//! follows the first.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};

use crate::{
    attr::Value,
    expand::{self, Function},
    input::{RawBody, RawItem},
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
            let chunks = is_chunked(raw).then(|| {
                quote! {
                    #[automatically_derived]
                    impl #impl_generics #root::ChunkedEndpoint for #ident #type_generics #where_clause {
                        fn item_count(&self) -> usize {
                            0
                        }
                    }
                }
            });
            let function = function(raw)
                .map(|name| expand::expand_function(raw, &Function { name: &name, reply: &reply, replaced_by: None }));
            quote! {
                #[automatically_derived]
                impl #impl_generics #root::Endpoint for #ident #type_generics #where_clause {
                    type Reply = #reply;
                    const DECLARED: #root::Metadata = #root::__private::STUB;
                    fn encode(&self, _: &mut #root::Encoder<'_>) {}
                }
                #chunks
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
        Kind::Reply => {
            let merge = raw.args.iter().any(|entry| entry.key == keys::MERGE).then(|| {
                quote! {
                    #[automatically_derived]
                    impl #impl_generics #root::Merge for #ident #type_generics #where_clause {
                        fn merge(&mut self, _: Self) {}
                    }
                }
            });
            quote! {
            #[automatically_derived]
            impl #impl_generics #root::Decode for #ident #type_generics #where_clause {
                const SHAPE: #root::__private::Shape = #root::__private::Shape::Any;
                fn decode(_: #root::Json<'_>) -> #root::__private::Result<Self, #root::DecodeError> {
                    #root::__private::stub()
                }
            }
            #merge
            }
        }
    }
}

/// Whether a field says that a call can be split.
fn is_chunked(raw: &RawItem) -> bool {
    let RawBody::Named(fields) = &raw.body else { return false };
    fields.iter().any(|field| field.words.iter().any(|word| word.key == keys::CHUNK))
}

/// The name of the function, if there is to be one.
fn function(raw: &RawItem) -> Option<Ident> {
    let said = raw.args.iter().filter(|entry| entry.key == keys::FUNCTION).find_map(|entry| match &entry.value {
        Value::Assigned(value) => syn::parse2::<Ident>(value.clone()).ok(),
        _ => None,
    });
    match said {
        Some(word) if word == keys::NONE => None,
        Some(word) => Some(word),
        None => Some(model::function_name(&raw.ident)),
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
