//! What endpoints and the objects inside them share: descriptions of fields, and their encoding.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Path, spanned::Spanned};

use super::{docs, local, private};
use crate::model::{FieldModel, Item, ObjectModel, Part};

/// ```text
/// Field::request::<Vec<String>>("fopenids").docs("...").items(1, 50).done(),
/// ```
pub(super) fn expand_descriptions(item: &Item<'_>, fields: &[FieldModel<'_>]) -> TokenStream {
    let description = private(item, "Field");
    let descriptions = fields.iter().map(|field| {
        let (ty, name) = (&field.raw.ty, &field.wire_name);
        let start = match field.part {
            Part::Flattened => quote_spanned!(ty.span()=> #description::flattened::<#ty>()),
            Part::Body => quote_spanned!(ty.span()=> #description::request::<#ty>(#name)),
            Part::AppId | Part::OpenId | Part::Token => {
                let part = expand_part(item, field.part);
                quote_spanned!(ty.span()=> #description::identity::<#ty>(#name, #part))
            }
        };
        let docs = expand_docs(&field.raw.docs);
        let rules = field.rules.iter().map(|rule| {
            let (word, low, high) = (&rule.word, &rule.low, &rule.high);
            quote_spanned!(word.span()=> .#word(#low, #high))
        });
        quote!(#start #docs #(#rules)* .done(),)
    });
    quote!(&[#(#descriptions)*])
}

/// ```text
/// body.field("fopenids", &self.fopenids);
/// check(self, &mut body.report());
/// ```
pub(super) fn expand_encoding(item: &Item<'_>, fields: &[FieldModel<'_>], check: Option<&Path>) -> TokenStream {
    let body = local("body");
    let lines = fields.iter().map(|field| {
        let (ident, name) = (&field.raw.ident, &field.wire_name);
        match field.part {
            Part::Body => quote!(#body.field(#name, &self.#ident);),
            Part::Flattened => quote!(#body.flatten(&self.#ident);),
            Part::AppId | Part::OpenId | Part::Token => {
                let part = expand_part(item, field.part);
                quote!(#body.identity(#name, #part, &self.#ident);)
            }
        }
    });
    let check = check.map(|check| quote!(#check(self, &mut #body.report());));
    quote!(#(#lines)* #check)
}

/// ```text
/// impl Object for A { const FIELDS: &'static [Field] = &[...]; fn encode_fields(&self, body: &mut Encoder) { ... } }
/// impl Encode for A { const SHAPE: Shape = Shape::Object(Self::FIELDS); fn encode(...) { body.object(self) } }
/// ```
pub(super) fn expand_object(object: &ObjectModel<'_>) -> TokenStream {
    let item = &object.item;
    let Item { root, ident, generics, .. } = item;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let (field, shape) = (private(item, "Field"), private(item, "Shape"));
    let descriptions = expand_descriptions(item, &object.fields);
    let encoding = expand_encoding(item, &object.fields, object.check.as_ref());
    let body = local("body");
    quote! {
        #[automatically_derived]
        impl #impl_generics #root::Object for #ident #type_generics #where_clause {
            const FIELDS: &'static [#field] = #descriptions;
            fn encode_fields(&self, #body: &mut #root::Encoder<'_>) {
                #encoding
            }
        }
        #[automatically_derived]
        impl #impl_generics #root::Encode for #ident #type_generics #where_clause {
            const SHAPE: #shape = #shape::Object(<Self as #root::Object>::FIELDS);
            fn encode(&self, #body: &mut #root::Encoder<'_>) {
                #body.object(self);
            }
        }
    }
}

pub(super) fn expand_docs(docs: &[syn::Attribute]) -> Option<TokenStream> {
    let docs = docs::text(docs);
    (!docs.is_empty()).then(|| quote!(.docs(#docs)))
}

fn expand_part(item: &Item<'_>, part: Part) -> TokenStream {
    let parts = private(item, "Part");
    match part {
        Part::AppId => quote!(#parts::AppId),
        Part::OpenId => quote!(#parts::OpenId),
        Part::Token | Part::Body | Part::Flattened => quote!(#parts::Token),
    }
}
