//! Writes the code of a valid declaration. Nothing here can fail.

mod docs;
mod endpoint;
mod function;
mod reply;
mod request;

use proc_macro2::{Ident, Span, TokenStream};

use crate::model::{Item, Model};

pub(crate) use function::expand_function;

/// Writes the code for `model`.
pub(crate) fn expand(model: &Model<'_>) -> TokenStream {
    match model {
        Model::Endpoint(endpoint) => endpoint::expand_endpoint(endpoint),
        Model::Object(object) => request::expand_object(object),
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
