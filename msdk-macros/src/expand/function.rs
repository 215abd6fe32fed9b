//! The function beside an endpoint's struct.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::{Generics, LitStr};

use super::{allow_deprecated, docs, private};
use crate::{input::RawItem, model::Item};

/// What the function is.
pub(crate) struct Function<'a> {
    pub(crate) name: &'a Ident,
    pub(crate) reply: &'a TokenStream,
    /// The endpoint to use instead.
    pub(crate) replaced_by: Option<&'a LitStr>,
    /// The parameters of the request, with the bounds under which it is an endpoint.
    pub(crate) generics: &'a Generics,
}

/// ```text
/// /// <the struct's docs>
/// ///
/// /// # Errors
/// /// ...
/// pub async fn a(client: &Client, session: &Session, request: A) -> Result<AReply, Error> {
///     client.call(session, request).await
/// }
/// ```
pub(crate) fn expand_function(raw: &RawItem, function: &Function<'_>) -> TokenStream {
    let Function { name, reply, replaced_by, generics } = function;
    let item = Item::of(raw);
    let Item { root, ident, vis, .. } = &item;
    let docs = &raw.docs;
    let deprecated = match (&raw.deprecated, replaced_by) {
        (Some(deprecated), _) => Some(quote!(#deprecated)),
        (None, Some(instead)) => {
            let note = format!("the vendor has replaced it by `{}`", instead.value());
            Some(quote!(#[deprecated(note = #note)]))
        }
        (None, None) => None,
    };
    let (parameters, type_generics, where_clause) = generics.split_for_impl();
    // Readers of the docs see these names; no local of the user's can meet them.
    let [client, session, request] = ["client", "session", "request"].map(|name| Ident::new(name, Span::mixed_site()));
    let private = private(&item);
    // Written out where they are empty: a type that is missing here would otherwise be suggested as a parameter, in a
    // second error beside that of the implementation.
    let parameters = if generics.params.is_empty() { quote!(<>) } else { quote!(#parameters) };
    let allow = allow_deprecated(&item);
    let errors = errors_section(&docs::text(docs));
    // A borrowed request names its lifetime once here, as its declaration has to.
    let lifetimes = generics.lifetimes().next().map(|_| quote!(#[allow(single_use_lifetimes)]));
    // A reply with parameters need not be one that another thread may hand over.
    let has_twin = has_twin() && generics.type_params().next().is_none();
    let twin = has_twin.then(|| {
        let (twin, same) = (
            format_ident!("{name}_blocking"),
            format!("The same as [`{name}`], for programs that are not asynchronous."),
        );
        quote! {
            #[doc = #same]
            #errors
            #deprecated
            #[allow(dead_code)]
            #allow
            #lifetimes
            #vis fn #twin #parameters(
                #client: &#root::blocking::BlockingClient,
                #session: &#root::Session,
                #request: #ident #type_generics,
            ) -> #private::Result<#reply, #root::Error> #where_clause {
                #client.call(#session, #request)
            }
        }
    });
    quote! {
        #twin
        #(#docs)*
        #errors
        #deprecated
        #allow
        #lifetimes
        #vis async fn #name #parameters(
            #client: &#root::Client,
            #session: &#root::Session,
            #request: #ident #type_generics,
        ) -> #private::Result<#reply, #root::Error> #where_clause {
            #client.call(#session, #request).await
        }
    }
}

/// Whether functions have a twin that blocks. Expansions that are compared with what they should be have none.
const fn has_twin() -> bool {
    cfg!(all(feature = "blocking", not(test)))
}

/// The section that every fallible function owes its readers, unless the author wrote one.
fn errors_section(docs: &str) -> Option<TokenStream> {
    if docs.contains("# Errors") {
        return None;
    }
    let after = (!docs.is_empty()).then(|| quote!(#[doc = ""]));
    Some(quote! {
        #after
        /// # Errors
        ///
        /// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
        /// platform refused; `Error::kind` tells which.
    })
}
