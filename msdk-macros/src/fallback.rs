//! A stub in the place of a faulty declaration, so that code which uses it still type-checks and no second error
//! follows the first.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::{LitStr, parse::Parse, parse_quote};

use crate::{
    attr::Value,
    expand::{self, Function},
    input::{Printing, RawBody, RawItem},
    keys::{self, Kind},
    lower,
    model::{self, Item},
};

/// The stub for an item of `kind`, or of the kind that it was meant to be.
pub(crate) fn expand(kind: Kind, raw: &RawItem) -> TokenStream {
    let mut stub = match lower::meant(kind, raw) {
        Kind::Endpoint => expand_endpoint(raw),
        Kind::Object => expand_object(raw),
        Kind::Reply => expand_reply(raw),
    };
    if raw.printing == Printing::InsteadOfDerive {
        stub.extend(expand::expand_name(&Item::of(raw)));
    }
    stub
}

fn expand_endpoint(raw: &RawItem) -> TokenStream {
    let Item { root, ident, generics, .. } = Item::of(raw);
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let reply = said::<syn::Type>(raw, keys::REPLY).unwrap_or_else(|| model::conventional_reply(ident));
    // Beside an error of ours rustc does not complain of a name that is missing, nor of what is done with it.
    let reply = if lower::is_no_reply(&reply) { parse_quote!(__MsdkNoReply) } else { reply };
    let reply = reply.into_token_stream();
    // Endpoints of a chapter have a path each.
    let path = format!("/{ident}/");
    let chunks = is_chunked(raw).then(|| {
        quote! {
            #[automatically_derived]
            impl #impl_generics #root::declare::ChunkedEndpoint for #ident #type_generics #where_clause {
                fn item_count(&self) -> #root::__private::usize {
                    0
                }
            }
        }
    });
    let function =
        function(raw).filter(|_| !lower::fields_of(&raw.body).any(|field| lower::is_unsized(&field.ty))).map(|name| {
            let function = Function { name: &name, reply: &reply, replaced_by: None, generics };
            expand::expand_function(raw, &function)
        });
    quote! {
        #[automatically_derived]
        impl #impl_generics #root::declare::Endpoint for #ident #type_generics #where_clause {
            type Reply = #reply;
            const DECLARED: #root::metadata::Metadata = #root::metadata::Metadata::post("", #path);
            fn encode(&self, _: &mut #root::declare::Encoder<'_>) {}
        }
        #chunks
        #function
    }
}

fn expand_object(raw: &RawItem) -> TokenStream {
    let Item { root, ident, generics, .. } = Item::of(raw);
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #root::declare::Object for #ident #type_generics #where_clause {
            const FIELDS: &'static [#root::__private::Field] = &[];
            fn encode_fields(&self, _: &mut #root::declare::Encoder<'_>) {}
        }
        #[automatically_derived]
        impl #impl_generics #root::declare::Encode for #ident #type_generics #where_clause {
            const SHAPE: #root::__private::Shape = #root::__private::Shape::Any;
            fn encode(&self, _: &mut #root::declare::Encoder<'_>) {}
        }
    }
}

fn expand_reply(raw: &RawItem) -> TokenStream {
    let Item { root, ident, generics, .. } = Item::of(raw);
    if lower::fields_of(&raw.body).any(|field| lower::is_endless(&field.ty, ident)) {
        // A function that returns it would be a second error.
        return TokenStream::new();
    }
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let merge = raw.args.iter().any(|entry| entry.key == keys::MERGE).then(|| {
        quote! {
            #[automatically_derived]
            impl #impl_generics #root::declare::Merge for #ident #type_generics #where_clause {
                fn merge(&mut self, _: Self) {}
            }
        }
    });
    quote! {
        #[automatically_derived]
        impl #impl_generics #root::declare::Decode for #ident #type_generics #where_clause {
            const SHAPE: #root::__private::Shape = #root::__private::Shape::Any;
            fn decode(_: #root::declare::Json<'_>) -> #root::__private::Result<Self, #root::declare::DecodeError> {
                #root::__private::stub()
            }
        }
        #merge
    }
}

/// Whether a field says that a call can be split.
fn is_chunked(raw: &RawItem) -> bool {
    let RawBody::Named(fields) = &raw.body else { return false };
    fields.iter().any(|field| field.words.iter().any(|word| word.key == keys::CHUNK))
}

/// The name of the function, if there is to be one.
fn function(raw: &RawItem) -> Option<Ident> {
    let name = said::<Ident>(raw, keys::FUNCTION).unwrap_or_else(|| model::function_name(&raw.ident));
    (name != keys::NONE).then_some(name)
}

/// The value of a word if it can be read, be it in quotes by mistake.
fn said<T: Parse>(raw: &RawItem, key: &str) -> Option<T> {
    raw.args.iter().filter(|entry| entry.key == key).find_map(|entry| {
        let Value::Assigned(value) = &entry.value else { return None };
        let unquoted = || syn::parse2::<LitStr>(value.clone()).ok()?.parse::<T>().ok();
        syn::parse2::<T>(value.clone()).ok().or_else(unquoted)
    })
}
