//! The attributes of the `msdk` crate.
//!
//! Use them through `msdk`, which re-exports them beside the runtime that their expansions call.
//!
//! An attribute keeps the item as it stands, but for a `derive(Debug)` that would print secrets, and adds a hidden
//! derive (`attach`), so that rustc has resolved every `#[cfg]` before a field is read. The derive then takes three
//! steps, one module each: `input` reads tokens and judges nothing, `lower` turns what was written into a model that can
//! only be valid and gathers every mistake, `expand` writes the code and cannot fail. After a mistake, `fallback` writes
//! a stub in its place.

#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod attach;
mod attr;
mod bits;
mod codes_enum;
mod errors;
mod expand;
mod fallback;
#[cfg(test)]
mod golden;
mod input;
mod keys;
mod lower;
mod macro_input;
mod model;
mod module;
mod root;
mod source;

use proc_macro::TokenStream;

/// Declares an endpoint: see the reference in the `msdk` crate.
#[proc_macro_attribute]
pub fn msdk_endpoint(args: TokenStream, item: TokenStream) -> TokenStream {
    attach::attach(keys::Kind::Endpoint, &args.into(), item.into()).into()
}

/// Declares what the endpoints of a module have in common: see the reference of `#[msdk_endpoint]`.
#[proc_macro_attribute]
pub fn msdk_endpoints(args: TokenStream, item: TokenStream) -> TokenStream {
    module::share(args.into(), item.into()).into()
}

/// Declares an object inside a request: see the reference in the `msdk` crate.
#[proc_macro_attribute]
pub fn msdk_object(args: TokenStream, item: TokenStream) -> TokenStream {
    attach::attach(keys::Kind::Object, &args.into(), item.into()).into()
}

/// Declares a typed answer, or an object inside one: see the reference in the `msdk` crate.
#[proc_macro_attribute]
pub fn msdk_reply(args: TokenStream, item: TokenStream) -> TokenStream {
    attach::attach(keys::Kind::Reply, &args.into(), item.into()).into()
}

#[doc(hidden)]
#[proc_macro_derive(MsdkEndpoint, attributes(msdk, serde))]
pub fn derive_endpoint(item: TokenStream) -> TokenStream {
    derive(keys::Kind::Endpoint, item.into()).into()
}

#[doc(hidden)]
#[proc_macro_derive(MsdkObject, attributes(msdk, serde))]
pub fn derive_object(item: TokenStream) -> TokenStream {
    derive(keys::Kind::Object, item.into()).into()
}

#[doc(hidden)]
#[proc_macro_derive(MsdkReply, attributes(msdk, serde))]
pub fn derive_reply(item: TokenStream) -> TokenStream {
    derive(keys::Kind::Reply, item.into()).into()
}

/// The way from `wire_enum!` to the macro by example that writes the enum.
#[doc(hidden)]
#[proc_macro]
pub fn check_codes(input: TokenStream) -> TokenStream {
    codes_enum::check(input.into()).into()
}

/// The way from `bit_mask!` to the macro by example that writes the mask.
#[doc(hidden)]
#[proc_macro]
pub fn check_bits(input: TokenStream) -> TokenStream {
    bits::check(input.into()).into()
}

fn derive(kind: keys::Kind, item: proc_macro2::TokenStream) -> proc_macro2::TokenStream {
    let mut errors = errors::Errors::default();
    let output = match syn::parse2(item) {
        Ok(item) => {
            let raw = input::read(kind, item, &mut errors);
            match lower::lower(kind, &raw, &mut errors) {
                Some(model) if errors.is_empty() => expand::expand(&model),
                _ => fallback::expand(kind, &raw),
            }
        }
        // rustc has said what is wrong with an item that is none.
        Err(_) => proc_macro2::TokenStream::new(),
    };
    errors.join(output)
}
