//! The implementation of `Decode` for a reply, or for an object inside one.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::{local, private, request};
use crate::model::{Item, Presence, ReplyModel};

/// ```text
/// impl Decode for AReply {
///     const SHAPE: Shape = Shape::Object(&[Field::reply::<bool>("is_lost").done()]);
///     fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
///         let fields = json.object()?;
///         Ok(Self { is_lost: fields.get("is_lost")? })
///     }
/// }
/// ```
pub(super) fn expand_reply(reply: &ReplyModel<'_>) -> TokenStream {
    let item = &reply.item;
    let Item { root, ident, generics, .. } = item;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let (field, shape) = (private(item, "Field"), private(item, "Shape"));
    let (result, ok) = (private(item, "Result"), private(item, "Ok"));
    let (json, fields) = (local("json"), local("fields"));
    let descriptions = reply.fields.iter().map(|reply_field| {
        let (ty, name) = (&reply_field.raw.ty, &reply_field.wire_name);
        let docs = request::expand_docs(&reply_field.raw.docs);
        let start = match reply_field.presence {
            Presence::ByType => quote_spanned!(ty.span()=> #field::reply::<#ty>(#name)),
            Presence::OrDefault => quote_spanned!(ty.span()=> #field::reply::<#ty>(#name).optional()),
            Presence::Flattened => quote_spanned!(ty.span()=> #field::flattened_reply::<#ty>()),
        };
        quote!(#start #docs .done(),)
    });
    let values = reply.fields.iter().map(|reply_field| {
        let (ident, name) = (&reply_field.raw.ident, &reply_field.wire_name);
        match reply_field.presence {
            Presence::ByType => quote!(#ident: #fields.get(#name)?,),
            Presence::OrDefault => quote!(#ident: #fields.get_or_default(#name)?,),
            Presence::Flattened => quote!(#ident: #root::Decode::decode(#json)?,),
        }
    });
    let keyed = reply.fields.iter().any(|reply_field| reply_field.presence != Presence::Flattened);
    let read = keyed.then(|| quote!(let #fields =));
    quote! {
        #[automatically_derived]
        impl #impl_generics #root::Decode for #ident #type_generics #where_clause {
            const SHAPE: #shape = #shape::Object(&[#(#descriptions)*]);
            fn decode(#json: #root::Json<'_>) -> #result<Self, #root::DecodeError> {
                #read #json.object()?;
                #ok(Self { #(#values)* })
            }
        }
    }
}
