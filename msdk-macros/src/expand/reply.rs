//! The implementations of `Decode` and `Merge` for a reply, or for an object inside one.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::{allow_deprecated, describe_fields, described, field_of_self, local, private, request};
use crate::model::{Item, Presence, ReplyField, ReplyModel};

/// ```text
/// impl Decode for AReply {
///     const SHAPE: Shape = Shape::Object(&[Field::new("is_lost", Described::<bool>::REPLY)]);
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
    let private = private(item);
    let (json, fields) = (local("json"), local("fields"));
    let descriptions: Vec<_> = reply.fields.iter().map(expand_description).collect();
    let shape = describe_fields(item, &descriptions, |fields| quote!(#private::Shape::Object(#fields)));
    let values = reply.fields.iter().map(|field| expand_value(item, field));
    let keyed = reply.fields.iter().any(|field| field.presence != Presence::Flattened);
    let read = keyed.then(|| quote!(let #fields =));
    let merge = reply.merge.then(|| expand_merge(reply));
    let allow = allow_deprecated(item);
    quote! {
        #[automatically_derived]
        #allow
        impl #impl_generics #root::Decode for #ident #type_generics #where_clause {
            const SHAPE: #private::Shape = #shape;
            fn decode(#json: #root::Json<'_>) -> #private::Result<Self, #root::DecodeError> {
                #read #json.object()?;
                #private::Ok(Self { #(#values,)* })
            }
        }
        #merge
    }
}

/// `Field::new("is_lost", Described::<bool>::REPLY).docs("...").optional()`
fn expand_description(field: &ReplyField<'_>) -> TokenStream {
    let (private, ty, name) = (described(), &field.raw.ty, &field.wire_name);
    let docs = request::expand_docs(&field.raw.docs);
    let (name, presence) = match field.presence {
        Presence::ByType => (name.as_str(), None),
        Presence::OrDefault => (name.as_str(), Some(quote!(.optional()))),
        Presence::Flattened => ("", Some(quote!(.part(#private::Part::Flattened)))),
    };
    let secret = field.secret.then(|| quote!(.secret()));
    quote!(#private::Field::new(#name, #private::Described::<#ty>::REPLY) #docs #presence #secret)
}

/// `is_lost: fields.get("is_lost")?`
fn expand_value(item: &Item<'_>, field: &ReplyField<'_>) -> TokenStream {
    let (ident, ty, name, root) = (&field.raw.ident, &field.raw.ty, &field.wire_name, item.root);
    let (json, fields) = (local("json"), local("fields"));
    // The type's span, so that a value which cannot be read is blamed there.
    let span = field.raw.ty.span();
    let value = match field.presence {
        Presence::ByType => quote_spanned!(span=> #fields.get::<#ty>(#name)?),
        Presence::OrDefault => quote_spanned!(span=> #fields.get_or_default::<#ty>(#name)?),
        Presence::Flattened => quote_spanned!(span=> <#ty as #root::Decode>::decode(#json)?),
    };
    quote!(#ident: #value)
}

/// ```text
/// impl Merge for AReply { fn merge(&mut self, next: Self) { Merge::merge(&mut self.lists, next.lists); } }
/// ```
fn expand_merge(reply: &ReplyModel<'_>) -> TokenStream {
    let item = &reply.item;
    let Item { root, ident, generics, .. } = item;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let next = local("next");
    let lines = reply.fields.iter().filter(|field| !field.keep).map(|field| {
        let (ident, ty) = (&field.raw.ident, &field.raw.ty);
        let this = field_of_self(ident, ty.span());
        quote_spanned!(ty.span()=> <#ty as #root::Merge>::merge(&mut #this, #next.#ident);)
    });
    let allow = allow_deprecated(item);
    quote! {
        #[automatically_derived]
        #allow
        impl #impl_generics #root::Merge for #ident #type_generics #where_clause {
            fn merge(&mut self, #next: Self) {
                #(#lines)*
            }
        }
    }
}
