//! Writes the code of a valid declaration. Nothing here can fail.

mod bounds;
mod codes;
mod constant;
mod debug;
mod docs;
mod endpoint;
mod function;
mod object;
mod reply;
mod request;
mod untagged;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Type;

use crate::{
    lower,
    model::{Item, Model},
    source,
};

pub(crate) use debug::{expand_name, secret_unasked};
pub(crate) use function::{Function, expand_function};

/// Writes the code for `model`.
pub(crate) fn expand(model: &Model<'_>) -> TokenStream {
    let mut code = match model {
        Model::Endpoint(endpoint) => endpoint::expand_endpoint(endpoint),
        Model::Object(object) => object::expand_object(object),
        Model::Reply(reply) => reply::expand_reply(reply),
        Model::Untagged(choice) => untagged::expand_untagged(choice),
    };
    code.extend(debug::expand_debug(model));
    code
}

/// A name of ours that no name of the user's can meet, be it a local or a constant.
fn local(name: &str) -> Ident {
    Ident::new(&format!("__msdk_{name}"), Span::mixed_site())
}

/// Tokens of ours at a place of the user's, which is blamed if they are wrong.
fn located_at(tokens: TokenStream, place: Span) -> TokenStream {
    let located = tokens.into_iter().map(|mut token| {
        token.set_span(token.span().located_at(place));
        token
    });
    located.collect()
}

/// `(self).x` at a place of the user's, to be blamed as a whole: an item that a macro handed on does not know our
/// `self`, and the parentheses keep that out of what is blamed.
fn field_of_self(field: &Ident, place: Span) -> TokenStream {
    let this = Ident::new("self", Span::call_site().located_at(place));
    quote_spanned!(place=> (#this).#field)
}

/// The path of the hidden module that only generated code uses.
fn private(item: &Item<'_>) -> TokenStream {
    let root = item.root;
    quote!(#root::__private)
}

/// The name of that module among descriptions, which are written by the dozen.
fn described() -> TokenStream {
    local("").into_token_stream()
}

/// `Described::<Vec<String>>::REQUEST`, where `of` is `REQUEST` or `REPLY`. A type with the item in it is described once
/// somebody asks, since its description would not end.
fn described_type(item: &Item<'_>, ty: &Type, of: &str) -> TokenStream {
    let module = described();
    let recursive = if lower::holds_itself(ty, item.ident) { "RECURSIVE_" } else { "" };
    let of = Ident::new(&format!("{recursive}{of}"), Span::call_site());
    quote!(#module::Described::<#ty>::#of)
}

/// ```text
/// { use __private::{self as __msdk_, Undescribed as _}; <descriptions> }
/// ```
///
/// The trait describes the types that cannot be sent or read, which are an error elsewhere. Nothing uses it where there
/// are none, about which rustc is silent in the code of a derive.
fn describe(item: &Item<'_>, descriptions: &TokenStream) -> TokenStream {
    let (private, module) = (private(item), described());
    quote! {{
        use #private::{self as #module, Undescribed as _};
        #descriptions
    }}
}

/// `{ let fields = &[...]; <what is made of them> }`
fn describe_fields(
    item: &Item<'_>,
    descriptions: &[TokenStream],
    make: impl FnOnce(&TokenStream) -> TokenStream,
) -> TokenStream {
    if descriptions.is_empty() {
        return make(&quote!(&[]));
    }
    let fields = local("fields").into_token_stream();
    let rest = make(&fields);
    describe(item, &quote!(let #fields = &[#(#descriptions),*]; #rest))
}

/// Keeps an implementation out of rustc's lists of what implements a trait, which would name the hidden derive. A module
/// without a prelude has no such attribute.
pub(crate) fn unlisted(item: &Ident) -> Option<TokenStream> {
    source::has_prelude(item.span()).then(|| quote!(#[diagnostic::do_not_recommend]))
}

/// What is deprecated is used by the code that implements it.
fn allow_deprecated(item: &Item<'_>) -> Option<TokenStream> {
    item.deprecated.then(|| quote!(#[allow(deprecated)]))
}
