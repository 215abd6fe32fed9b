//! The implementation of `Endpoint`.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Generics, spanned::Spanned};

use super::{
    Function, allow_deprecated, bounds, codes, constant, describe, describe_fields, described, expand_function,
    field_of_self, local, located_at, private, request, unlisted,
};
use crate::{
    keys,
    model::{self, EndpointModel, Item},
};

/// ```text
/// impl Endpoint for A {
///     type Reply = AReply;
///     const DECLARED: Metadata = Metadata::post("a", "/a/").fields(&[...]);
///     fn encode(&self, body: &mut Encoder<'_>) { body.at(0, &self.x); }
/// }
/// pub async fn a(...) -> Result<AReply, Error> { ... }
/// ```
pub(super) fn expand_endpoint(endpoint: &EndpointModel<'_>) -> TokenStream {
    let item = &endpoint.item;
    let Item { root, ident, .. } = item;
    let reply = &endpoint.reply;
    let generics = &bounds::of_called(item, endpoint.fields.iter(), reply);
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let fields: Vec<_> = endpoint.fields.iter().map(|field| request::expand_description(item, field)).collect();
    let metadata = describe_fields(item, &fields, |fields| expand_metadata(endpoint, fields));
    let encoding = request::expand_encoding(item, &[], &endpoint.fields, endpoint.check.as_ref());
    let chunks = expand_chunks(endpoint, generics);
    let answer = endpoint.states_reply.then(|| expand_answer(endpoint));
    let replaced_by = endpoint.replaced_by.as_ref();
    let function = endpoint
        .has_function
        .then(|| expand_function(endpoint.raw, &Function { name: &endpoint.name, reply, replaced_by, generics }));
    let body = local("body");
    let (allow, unlisted) = (allow_deprecated(item), unlisted(ident));
    // The reply's span, so that one which is private is blamed there.
    let reply_type = quote_spanned!(reply.span()=> type Reply = #reply;);
    quote! {
        #[automatically_derived]
        #allow
        #unlisted
        impl #impl_generics #root::declare::Endpoint for #ident #type_generics #where_clause {
            #reply_type
            const DECLARED: #root::metadata::Metadata = #metadata;
            fn encode(&self, #body: &mut #root::declare::Encoder<'_>) {
                #encoding
            }
        }
        #answer
        #chunks
        #function
    }
}

/// ```text
/// const _: () = { if !Described::<AReply>::REPLY.is_answer() { panic!("...") } };
/// ```
///
/// What a type reads is known to its trait alone, so that a list or a code behind a name of the user's is found here.
fn expand_answer(endpoint: &EndpointModel<'_>) -> Option<TokenStream> {
    let item = &endpoint.item;
    if !item.generics.params.is_empty() {
        return None;
    }
    let (private, module, reply) = (private(item), described(), &endpoint.reply);
    let message = "an answer is an object; put `#[msdk_reply]` above a struct whose field holds this";
    let check = located_at(quote!(#private::panic!(#message)), reply.span());
    let check = describe(
        item,
        &quote! {
            if !#module::Described::<#reply>::REPLY.is_answer() {
                #check
            }
        },
    );
    Some(quote!(const _: () = #check;))
}

/// ```text
/// Metadata::post("a", "/a/").docs("...").fixed(&[...]).fields(fields)
/// ```
fn expand_metadata(endpoint: &EndpointModel<'_>, fields: &TokenStream) -> TokenStream {
    let item = &endpoint.item;
    let root = item.root;
    let method = Ident::new(&endpoint.method.to_string().to_lowercase(), endpoint.method.span());
    let (name, path) = (model::wire_text(&endpoint.name), &endpoint.path);
    let docs = request::expand_docs(&endpoint.raw.docs);
    let platform = endpoint.platform.as_ref().map(|platform| quote!(.platform(#root::Platform::#platform)));
    let identity = expand_identity(endpoint);
    let fixed = constant::expand_fixed(item, &endpoint.fixed);
    let query = constant::expand_query(item, &endpoint.query);
    let headers = constant::expand_headers(item, &endpoint.headers);
    let idempotent = endpoint.idempotent.then(|| quote!(.idempotent()));
    let timeout = endpoint.timeout_ms.map(Literal::u64_unsuffixed);
    let timeout = timeout.map(|milliseconds| quote!(.timeout_ms(#milliseconds)));
    let attempt_timeout = endpoint.attempt_timeout_ms.map(Literal::u64_unsuffixed);
    let attempt_timeout = attempt_timeout.map(|milliseconds| quote!(.attempt_timeout_ms(#milliseconds)));
    let codes = codes::expand_codes(item, &endpoint.codes);
    let done = endpoint.done.map(Literal::i64_unsuffixed).map(|code| quote!(.done_code(#code)));
    let opua = endpoint.opua.then(|| quote!(.opua()));
    let unreleased = endpoint.unreleased.then(|| quote!(.unreleased()));
    let replaced_by = endpoint.replaced_by.as_ref().map(|endpoint| quote!(.replaced_by(#endpoint)));
    let chunked = endpoint.fields.iter().find(|field| field.chunk.is_some());
    let chunked = chunked.map(|field| &field.wire_name).map(|name| quote!(.chunked(#name)));
    let body_codec = endpoint.codec.as_ref().map(|path| quote_spanned!(path.span()=> .codec(&#path)));
    let fields = (!endpoint.fields.is_empty()).then(|| quote!(.fields(#fields)));
    quote! {
        #root::metadata::Metadata::#method(#name, #path)
            #docs #platform #identity #fixed #query #headers #idempotent #timeout #attempt_timeout #codes #done #opua #unreleased #replaced_by
            #chunked #body_codec #fields
    }
}

/// Nothing for the commonest identity, else `.appid(Shape::Int, &["appid"])` and the like.
fn expand_identity(endpoint: &EndpointModel<'_>) -> TokenStream {
    let private = private(&endpoint.item);
    let identity = &endpoint.identity;
    let mut calls = TokenStream::new();
    let appid = &identity.appid;
    if identity.appid_is_int {
        calls.extend(quote!(.appid(#private::Shape::Int, &[#(#appid),*])));
    } else if appid != &[keys::APPID_NAMES[0]] {
        calls.extend(quote!(.appid(#private::Shape::Text, &[#(#appid),*])));
    }
    let (openid, token, app_key) = (&identity.openid, &identity.token, &identity.app_key);
    if openid != &[keys::OPENID_NAME] {
        calls.extend(quote!(.openid(&[#(#openid),*])));
    }
    if token != &[keys::TOKEN_NAMES[0]] {
        calls.extend(quote!(.token(&[#(#token),*])));
    }
    if !app_key.is_empty() {
        calls.extend(quote!(.app_key(&[#(#app_key),*])));
    }
    calls
}

/// ```text
/// impl ChunkedEndpoint for A { fn item_count(&self) -> usize { Chunk::as_items(&self.fopenids).len() } }
/// ```
fn expand_chunks(endpoint: &EndpointModel<'_>, generics: &Generics) -> Option<TokenStream> {
    let item = &endpoint.item;
    let Item { root, ident, .. } = item;
    let field = endpoint.fields.iter().find(|field| field.chunk.is_some())?;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let (private, list, ty) = (private(item), &field.raw.ident, &field.raw.ty);
    let span = ty.span();
    let list = field_of_self(list, span);
    let items = quote_spanned!(span=> <#ty as #root::declare::Chunk>::as_items(&#list));
    let (allow, unlisted) = (allow_deprecated(item), unlisted(ident));
    Some(quote! {
        #[automatically_derived]
        #allow
        #unlisted
        impl #impl_generics #root::declare::ChunkedEndpoint for #ident #type_generics #where_clause {
            fn item_count(&self) -> #private::usize {
                #items.len()
            }
        }
    })
}
