//! The function beside an endpoint's struct.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::{docs, private};
use crate::{input::RawItem, model::Item};

/// ```text
/// /// <the struct's docs>
/// ///
/// /// # Errors
/// /// ...
/// pub async fn a(client: &Client, session: &Session, request: A) -> Result<AReply, Error> {
///     client.call(session, request).await
/// }
/// ```
pub(crate) fn expand_function(raw: &RawItem, function: &Ident, reply: &TokenStream) -> TokenStream {
    let item = Item::of(raw);
    let Item { root, ident, vis, generics } = &item;
    let (docs, deprecated) = (&raw.docs, &raw.deprecated);
    let (_, type_generics, where_clause) = generics.split_for_impl();
    // Readers of the docs see these names; no local of the user's can meet them.
    let [client, session, request] = ["client", "session", "request"].map(|name| Ident::new(name, Span::mixed_site()));
    let result = private(&item, "Result");
    let errors = errors_section(&docs::text(docs));
    // A borrowed request names its lifetime once here, as its declaration has to.
    let lifetimes = generics.lifetimes().next().map(|_| quote!(#[allow(single_use_lifetimes)]));
    quote! {
        #(#docs)*
        #errors
        #deprecated
        #lifetimes
        #vis async fn #function #generics(
            #client: &#root::Client,
            #session: &#root::Session,
            #request: #ident #type_generics,
        ) -> #result<#reply, #root::Error> #where_clause {
            #client.call(#session, #request).await
        }
    }
}

/// The section that every fallible function owes its readers, unless the author wrote one.
fn errors_section(docs: &str) -> Option<TokenStream> {
    if docs.contains("# Errors") {
        return None;
    }
    Some(quote! {
        #[doc = ""]
        #[doc = "# Errors"]
        #[doc = ""]
        #[doc = "Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or \
                 the platform refused; `Error::kind` tells which."]
    })
}
