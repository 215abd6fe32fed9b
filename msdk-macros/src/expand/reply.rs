//! The implementations of `Decode` and `Merge` for a reply, or for an object inside one.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Type, ext::IdentExt, spanned::Spanned};

use super::{allow_deprecated, bounds, describe_fields, described, field_of_self, local, private, request, unlisted};
use crate::{
    lower,
    model::{Item, Presence, ReplyField, ReplyModel},
};

/// ```text
/// impl Decode for AReply {
///     const SHAPE: Shape = Shape::Object(&[Field::new("is_lost", Described::<bool>::REPLY)]);
///     fn decode(json: Json<'_>) -> Result<Self, DecodeError> { __private::decode(json) }
///     fn read_option(reader: &mut Reader<'_>) -> Result<Option<Self>, Failure> { __private::read_option(reader) }
///     fn read(reader: &mut Reader<'_>) -> Result<Self, Failure> {
///         let fields = const { __private::fields(Self::SHAPE) };
///         let mut is_lost = None;
///         reader.object(fields, &mut |index, reader| match index {
///             0 => <bool as Decode>::read_field(reader, &mut is_lost),
///             _ => Ok(()),
///         })?;
///         Ok(Self { is_lost: <bool as Decode>::present(is_lost, fields, 0)? })
///     }
/// }
/// ```
pub(super) fn expand_reply(reply: &ReplyModel<'_>) -> TokenStream {
    let item = &reply.item;
    let Item { root, ident, .. } = item;
    let generics = bounds::of_read(item, reply.fields.iter().map(|field| (field.raw, Some(field.presence))));
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let private = private(item);
    let reader = local("reader");
    let descriptions: Vec<_> = reply.fields.iter().map(|field| expand_description(item, field)).collect();
    let shape = describe_fields(item, &descriptions, |fields| quote!(#private::Shape::Object(#fields)));
    let read = expand_read(reply);
    let (decode, read_option) = expand_in_place(item);
    let merge = reply.merge.then(|| expand_merge(reply));
    let is_lost = expand_is_lost(reply);
    let (allow, unlisted) = (allow_deprecated(item), unlisted(ident));
    quote! {
        #[automatically_derived]
        #allow
        #unlisted
        impl #impl_generics #root::declare::Decode for #ident #type_generics #where_clause {
            const SHAPE: #private::Shape = #shape;
            #decode
            fn read(#reader: &mut #private::Reader<'_>) -> #private::Result<Self, #private::Failure> {
                #read
            }
            #read_option
            #is_lost
        }
        #merge
    }
}

/// The methods of `Decode` of what is read in place, which need no more than `read`. Few types are read by them, so
/// `#[inline]` has them compiled where they are called only.
pub(super) fn expand_in_place(item: &Item<'_>) -> (TokenStream, TokenStream) {
    let (root, private) = (item.root, private(item));
    let (json, reader) = (local("json"), local("reader"));
    let decode = quote! {
        #[inline]
        fn decode(#json: #root::declare::Json<'_>) -> #private::Result<Self, #root::declare::DecodeError> {
            #private::decode(#json)
        }
    };
    let read_option = quote! {
        #[inline]
        fn read_option(
            #reader: &mut #private::Reader<'_>,
        ) -> #private::Result<#private::Option<Self>, #private::Failure> {
            #private::read_option(#reader)
        }
    };
    (decode, read_option)
}

/// The body of `read`. The value of each field waits in a place of its own until the object has been read to its end.
fn expand_read(reply: &ReplyModel<'_>) -> TokenStream {
    let (private, root) = (private(&reply.item), reply.item.root);
    let (reader, fields, index, start) = (local("reader"), local("fields"), local("index"), local("start"));
    let indices = || (0_usize..).map(Literal::usize_unsuffixed);
    let places: Vec<_> = reply.fields.iter().map(|field| local(&format!("of_{}", field.raw.ident.unraw()))).collect();
    let keyed: Vec<_> = reply.fields.iter().zip(indices()).zip(&places).collect();
    let arms = keyed.iter().filter_map(|((field, index), place)| {
        let (ty, span) = (&field.raw.ty, field.raw.ty.span());
        if field.by_serde {
            let (ty, read) = by_serde(field);
            return Some(quote_spanned!(span=> #index => <#ty as #private::FromSerde>::#read(#reader, &mut #place),));
        }
        let read = match field.presence {
            Presence::ByType => {
                quote_spanned!(span=> <#ty as #root::declare::Decode>::read_field(#reader, &mut #place))
            }
            Presence::OrDefault | Presence::Filled => {
                quote_spanned!(span=> <#ty as #root::declare::Decode>::read_field_or_none(#reader, &mut #place))
            }
            Presence::Flattened => return None,
        };
        Some(quote!(#index => #read,))
    });
    let values = keyed.iter().map(|((field, index), place)| {
        let (ident, ty, span) = (&field.raw.ident, &field.raw.ty, field.raw.ty.span());
        let value = match field.presence {
            Presence::ByType | Presence::OrDefault if is_optional_by_serde(field) => {
                quote!(#private::Option::flatten(#place))
            }
            Presence::ByType if field.by_serde => {
                quote!(<#ty as #private::FromSerde>::present_by_serde(#place, #fields, #index)?)
            }
            Presence::ByType => quote!(<#ty as #root::declare::Decode>::present(#place, #fields, #index)?),
            Presence::Filled => {
                quote!(<#ty as #root::declare::Decode>::present(#private::Option::flatten(#place), #fields, #index)?)
            }
            Presence::OrDefault => {
                let value = local("value");
                quote_spanned!(span=> match #place {
                    #private::Some(#private::Some(#value)) => #value,
                    _ => <#ty as #private::Default>::default(),
                })
            }
            Presence::Flattened => {
                quote_spanned!(span=> <#ty as #root::declare::Decode>::read_flattened(#reader, #start)?)
            }
        };
        quote!(#ident: #value)
    });
    let declared = keyed.iter().filter(|((field, _), _)| field.presence != Presence::Flattened);
    let places = declared.map(|(_, place)| quote!(let mut #place = #private::None;));
    let has_flattened = reply.fields.iter().any(|field| field.presence == Presence::Flattened);
    let start = has_flattened.then(|| quote!(let #start = #reader.position();));
    quote! {
        let #fields = const { #private::fields(<Self as #root::declare::Decode>::SHAPE) };
        #start
        #(#places)*
        #reader.object(#fields, &mut |#index, #reader| match #index {
            #(#arms)*
            _ => #private::Ok(()),
        })?;
        #private::Ok(Self { #(#values,)* })
    }
}

fn is_optional_by_serde(field: &ReplyField<'_>) -> bool {
    field.by_serde && lower::option_argument(&field.raw.ty).is_some()
}

/// The type that serde reads, and the method that reads it. What is absent is ours to say.
fn by_serde<'f>(field: &'f ReplyField<'_>) -> (&'f Type, Ident) {
    let inner = lower::option_argument(&field.raw.ty);
    let is_plain = inner.is_none() && field.presence == Presence::ByType;
    let read = if is_plain { "read_by_serde" } else { "read_or_none_by_serde" };
    (inner.unwrap_or(&field.raw.ty), Ident::new(read, Span::call_site()))
}

/// `Field::new("is_lost", Described::<bool>::REPLY).docs("...").optional()`
fn expand_description(item: &Item<'_>, field: &ReplyField<'_>) -> TokenStream {
    let (private, name) = (described(), &field.wire_name);
    let of = if field.by_serde {
        quote!(#private::TypeInfo::NOTHING)
    } else {
        super::described_type(item, &field.raw.ty, "REPLY")
    };
    let docs = request::expand_docs(&field.raw.docs);
    let (name, presence) = match field.presence {
        Presence::ByType if is_optional_by_serde(field) => (name.as_str(), Some(quote!(.optional()))),
        Presence::ByType | Presence::Filled => (name.as_str(), None),
        Presence::OrDefault => (name.as_str(), Some(quote!(.optional()))),
        Presence::Flattened => ("", Some(quote!(.part(#private::Part::Flattened)))),
    };
    let secret = field.secret.then(|| quote!(.secret()));
    let aliases = &field.aliases;
    let aliases = (!aliases.is_empty()).then(|| quote!(.aliases(&[#(#aliases),*])));
    quote!(#private::Field::new(#name, #of) #aliases #docs #presence #secret)
}

/// ```text
/// impl Merge for AReply { fn merge(&mut self, next: Self) { Merge::merge(&mut self.lists, next.lists); } }
/// ```
fn expand_merge(reply: &ReplyModel<'_>) -> TokenStream {
    let item = &reply.item;
    let Item { root, ident, .. } = item;
    let merged = reply.fields.iter().filter(|field| !field.keep).map(|field| &field.raw.ty);
    let generics = bounds::of_merged(item, merged);
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let next = local("next");
    let lines = reply.fields.iter().filter(|field| !field.keep).map(|field| {
        let (ident, ty) = (&field.raw.ident, &field.raw.ty);
        let this = field_of_self(ident, ty.span());
        quote_spanned!(ty.span()=> <#ty as #root::declare::Merge>::merge(&mut #this, #next.#ident);)
    });
    let (allow, unlisted) = (allow_deprecated(item), unlisted(ident));
    quote! {
        #[automatically_derived]
        #allow
        #unlisted
        impl #impl_generics #root::declare::Merge for #ident #type_generics #where_clause {
            fn merge(&mut self, #next: Self) {
                #(#lines)*
            }
        }
    }
}

/// `fn is_lost(&self) -> bool { self.is_lost }`, for a reply whose `is_lost` is a plain yes or no.
fn expand_is_lost(reply: &ReplyModel<'_>) -> Option<TokenStream> {
    let is_plain = |ty: &Type| matches!(ty, Type::Path(path) if path.path.is_ident("bool"));
    let field = reply.fields.iter().find(|field| field.wire_name == "is_lost" && is_plain(&field.raw.ty))?;
    let (ident, ty) = (&field.raw.ident, &field.raw.ty);
    let this = field_of_self(ident, ty.span());
    Some(quote!(fn is_lost(&self) -> #ty { #this }))
}
