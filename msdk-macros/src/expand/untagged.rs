//! The implementations of `Encode` and `Decode` for an untagged enum.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::{allow_deprecated, bounds, describe, described, local, located_at, private, request, unlisted};
use crate::{
    keys::Kind,
    model::{Alternative, Item, UntaggedModel},
};

pub(super) fn expand_untagged(choice: &UntaggedModel<'_>) -> TokenStream {
    if choice.kind == Kind::Reply { expand_reading(choice) } else { expand_sending(choice) }
}

/// ```text
/// impl Encode for A {
///     const SHAPE: Shape = Shape::AnyOf(&[Field::new("One", Described::<B>::REQUEST), ...]);
///     fn encode(&self, body: &mut Encoder<'_>) {
///         match self { Self::One(value) => <B as Encode>::encode_alternative(value, body, const { &Field::new(...) }), ... }
///     }
/// }
/// ```
fn expand_sending(choice: &UntaggedModel<'_>) -> TokenStream {
    let item = &choice.item;
    let Item { root, ident, .. } = item;
    let generics = bounds::of_sent(item, choice.alternatives.iter().map(|one| &one.field));
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let (private, body, value) = (private(item), local("body"), local("value"));
    let shape = expand_shape(choice);
    let arms = choice.alternatives.iter().map(|Alternative { ident, field }| {
        let (ty, span) = (&field.raw.ty, field.raw.ty.span());
        let description = request::expand_description(item, field);
        let description = describe(item, &quote!(&#description));
        let encode = quote_spanned!(span=> <#ty as #root::declare::Encode>::encode_alternative);
        quote!(Self::#ident(#value) => #encode(#value, #body, const #description),)
    });
    let (allow, unlisted) = (allow_deprecated(item), unlisted(ident));
    quote! {
        #[automatically_derived]
        #allow
        #unlisted
        impl #impl_generics #root::declare::Encode for #ident #type_generics #where_clause {
            const SHAPE: #private::Shape = #shape;
            fn encode(&self, #body: &mut #root::declare::Encoder<'_>) {
                match self { #(#arms)* }
            }
        }
    }
}

/// ```text
/// impl Decode for A {
///     const SHAPE: Shape = Shape::AnyOf(&[Field::new("One", Described::<B>::REPLY), ...]);
///     fn read(reader: &mut Reader<'_>) -> Result<Self, Failure> {
///         match reader.alternative(Self::SHAPE)? { 0 => Ok(Self::One(<B as Decode>::read(reader)?)), ... }
///     }
/// }
/// ```
fn expand_reading(choice: &UntaggedModel<'_>) -> TokenStream {
    let item = &choice.item;
    let Item { root, ident, .. } = item;
    let generics = bounds::of_read(item, choice.alternatives.iter().map(|one| (one.field.raw, None)));
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let (private, reader) = (private(item), local("reader"));
    let shape = expand_shape(choice);
    let last = choice.alternatives.len().saturating_sub(1);
    let arms = choice.alternatives.iter().enumerate().map(|(index, Alternative { ident, field })| {
        let (ty, span) = (&field.raw.ty, field.raw.ty.span());
        let index = Literal::usize_unsuffixed(index);
        let pattern = if index.to_string() == last.to_string() { quote!(_) } else { quote!(#index) };
        let read = quote_spanned!(span=> <#ty as #root::declare::Decode>::read(#reader)?);
        quote!(#pattern => #private::Ok(Self::#ident(#read)),)
    });
    let (decode, read_option) = super::reply::expand_in_place(item);
    let apart = expand_apart(choice);
    let (allow, unlisted) = (allow_deprecated(item), unlisted(ident));
    quote! {
        #[automatically_derived]
        #allow
        #unlisted
        impl #impl_generics #root::declare::Decode for #ident #type_generics #where_clause {
            const SHAPE: #private::Shape = #shape;
            #decode
            fn read(#reader: &mut #private::Reader<'_>) -> #private::Result<Self, #private::Failure> {
                match #reader.alternative(<Self as #root::declare::Decode>::SHAPE)? { #(#arms)* }
            }
            #read_option
        }
        #apart
    }
}

/// `Shape::AnyOf(&[Field::new("One", Described::<B>::REQUEST), ...])`
fn expand_shape(choice: &UntaggedModel<'_>) -> TokenStream {
    let item = &choice.item;
    let descriptions = choice.alternatives.iter().map(|one| expand_description(choice, one));
    let module = described();
    describe(item, &quote!(#module::Shape::AnyOf(&[#(#descriptions),*])))
}

fn expand_description(choice: &UntaggedModel<'_>, one: &Alternative<'_>) -> TokenStream {
    if choice.kind != Kind::Reply {
        return request::expand_description(&choice.item, &one.field);
    }
    let (module, field) = (described(), &one.field);
    let docs = request::expand_docs(&field.raw.docs);
    let of = super::described_type(&choice.item, &field.raw.ty, "REPLY");
    let name = &field.wire_name;
    quote!(#module::Field::new(#name, #of) #docs)
}

/// ```text
/// const _: () = { if !are_told_apart(&[...]) { panic!("...") } };
/// ```
///
/// What a type reads is known to its trait alone.
fn expand_apart(choice: &UntaggedModel<'_>) -> Option<TokenStream> {
    let Item { root, ident, generics, .. } = &choice.item;
    if !generics.params.is_empty() {
        return None;
    }
    let private = private(&choice.item);
    let message = "two variants are written as the same JSON type, so nothing tells which is meant; make them one";
    let check = located_at(quote!(#private::panic!(#message)), ident.span());
    Some(quote! {
        const _: () = if !#private::are_told_apart(<#ident as #root::declare::Decode>::SHAPE) { #check };
    })
}
