//! Writes the code of a valid declaration. Nothing here can fail.

mod constant;
mod docs;
mod endpoint;
mod function;
mod object;
mod reply;
mod request;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::model::{Item, Model};

pub(crate) use function::{Function, expand_function};

/// Writes the code for `model`.
pub(crate) fn expand(model: &Model<'_>) -> TokenStream {
    match model {
        Model::Endpoint(endpoint) => endpoint::expand_endpoint(endpoint),
        Model::Object(object) => object::expand_object(object),
        Model::Reply(reply) => reply::expand_reply(reply),
    }
}

/// A name of ours that no name of the user's can meet, be it a local or a constant.
fn local(name: &str) -> Ident {
    Ident::new(&format!("__msdk_{name}"), Span::mixed_site())
}

/// The absolute path of a hidden item.
fn private(item: &Item<'_>, name: &str) -> TokenStream {
    item.root.private(&Ident::new(name, Span::call_site()))
}

/// `{ use Undescribed as _; descriptions }`: the trait describes the types that cannot be sent or read, which are an
/// error elsewhere. Nothing uses it where there are none.
fn using_descriptions(item: &Item<'_>, descriptions: &TokenStream) -> TokenStream {
    let undescribed = private(item, "Undescribed");
    quote! {{
        #[allow(unused_imports)]
        use #undescribed as _;
        #descriptions
    }}
}

/// What is deprecated is used by the code that implements it.
fn allow_deprecated(item: &Item<'_>) -> Option<TokenStream> {
    item.deprecated.then(|| quote!(#[allow(deprecated)]))
}
