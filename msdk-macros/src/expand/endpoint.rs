//! The implementation of `Endpoint`.

use proc_macro2::TokenStream;
use quote::quote;

use super::{expand_function, local, private, request};
use crate::model::{EndpointModel, FixedValue, Item};

/// ```text
/// impl Endpoint for A {
///     type Reply = AReply;
///     const DECLARED: Metadata = Metadata::new("a", Method::POST, "/a/").fields(&[...]);
///     fn encode(&self, body: &mut Encoder<'_>) { body.field("x", &self.x); }
/// }
/// ```
pub(super) fn expand_endpoint(endpoint: &EndpointModel<'_>) -> TokenStream {
    let item = &endpoint.item;
    let Item { root, ident, generics, .. } = item;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let reply = &endpoint.reply;
    let metadata = expand_metadata(endpoint);
    let encoding = request::expand_encoding(item, &endpoint.fields, endpoint.check.as_ref());
    let function = expand_function(endpoint.docs, &endpoint.function, reply);
    let body = local("body");
    quote! {
        #[automatically_derived]
        impl #impl_generics #root::Endpoint for #ident #type_generics #where_clause {
            type Reply = #reply;
            const DECLARED: #root::Metadata = #metadata;
            fn encode(&self, #body: &mut #root::Encoder<'_>) {
                #encoding
            }
        }
        #function
    }
}

/// ```text
/// Metadata::new("a", Method::POST, "/a/").docs("...").identity(...).fields(&[...])
/// ```
fn expand_metadata(endpoint: &EndpointModel<'_>) -> TokenStream {
    use syn::ext::IdentExt;
    let item = &endpoint.item;
    let root = item.root;
    let (method, methods) = (&endpoint.method, private(item, "Method"));
    let (name, path) = (endpoint.function.unraw().to_string(), &endpoint.path);
    let docs = request::expand_docs(&endpoint.docs.docs);
    let identity = expand_identity(endpoint);
    let fixed = expand_fixed(endpoint);
    let idempotent = endpoint.idempotent.then(|| quote!(.idempotent()));
    let timeout = endpoint.timeout_ms.map(|milliseconds| quote!(.timeout_ms(#milliseconds)));
    let opua = endpoint.opua.then(|| quote!(.opua()));
    let unreleased = endpoint.unreleased.then(|| quote!(.unreleased()));
    let fields = request::expand_descriptions(item, &endpoint.fields);
    quote! {
        #root::Metadata::new(#name, #methods::#method, #path)
            #docs #identity #fixed #idempotent #timeout #opua #unreleased
            .fields(#fields)
    }
}

/// Nothing for the commonest identity, else `.appid(Shape::Int, &["appid"])` and the like.
fn expand_identity(endpoint: &EndpointModel<'_>) -> TokenStream {
    use crate::keys;
    let shape = private(&endpoint.item, "Shape");
    let identity = &endpoint.identity;
    let mut calls = TokenStream::new();
    let appid = &identity.appid;
    if identity.appid_is_int {
        calls.extend(quote!(.appid(#shape::Int, &[#(#appid),*])));
    } else if appid != &[keys::APPID_NAMES[0]] {
        calls.extend(quote!(.appid(#shape::Text, &[#(#appid),*])));
    }
    if identity.openid.is_empty() {
        calls.extend(quote!(.without_openid()));
    }
    let token = &identity.token;
    if token != &[keys::TOKEN_NAMES[0]] {
        calls.extend(quote!(.token(&[#(#token),*])));
    }
    calls
}

/// `.fixed(&[Fixed::int("dst", 1001)])`
fn expand_fixed(endpoint: &EndpointModel<'_>) -> Option<TokenStream> {
    use syn::ext::IdentExt;
    let constant = private(&endpoint.item, "Fixed");
    let constants = endpoint.fixed.iter().map(|fixed| {
        let name = fixed.name.unraw().to_string();
        match &fixed.value {
            FixedValue::Int(value) => quote!(#constant::int(#name, #value)),
            FixedValue::Text(value) => quote!(#constant::text(#name, #value)),
        }
    });
    (!endpoint.fixed.is_empty()).then(|| quote!(.fixed(&[#(#constants),*])))
}
