//! The implementations of `Object` and `Encode`.

use std::collections::BTreeMap;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::{allow_deprecated, bounds, constant, describe, described, local, private, request, unlisted};
use crate::model::{FieldModel, FixedValue, Item, ObjectBody, ObjectModel, Part, VariantModel};

/// ```text
/// impl Object for A { const FIELDS: &'static [Field] = &[...]; fn encode_fields(&self, body: &mut Encoder) { ... } }
/// impl Encode for A { const SHAPE: Shape = Shape::Object(Self::FIELDS); fn encode(...) { body.object(self) } }
/// ```
pub(super) fn expand_object(object: &ObjectModel<'_>) -> TokenStream {
    let item = &object.item;
    let Item { root, ident, .. } = item;
    let generics = bounds::of_sent(item, fields_of(&object.body));
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let private = private(item);
    let (descriptions, encoding) = match &object.body {
        ObjectBody::Struct(fields) => {
            let constants = object.fixed.iter().map(|fixed| expand_choice(&constant::name(fixed), &[&fixed.value]));
            let descriptions =
                constants.chain(fields.iter().map(|field| request::expand_description(item, field))).collect();
            (descriptions, request::expand_encoding(item, &object.fixed, fields, object.check.as_ref()))
        }
        ObjectBody::Enum(variants) => {
            let check = request::expand_check(item, object.check.as_ref());
            let constants = object.fixed.iter().map(|fixed| request::expand_constant(item, fixed));
            let encoding = expand_variants(item, variants);
            (expand_union(object, variants), quote!(#(#constants)* #encoding #check))
        }
    };
    let descriptions = describe(item, &quote!(&[#(#descriptions),*]));
    let body = local("body");
    let (allow, unlisted) = (allow_deprecated(item), unlisted(ident));
    quote! {
        #[automatically_derived]
        #allow
        #unlisted
        impl #impl_generics #root::declare::Object for #ident #type_generics #where_clause {
            const FIELDS: &'static [#private::Field] = #descriptions;
            fn encode_fields(&self, #body: &mut #root::declare::Encoder<'_>) {
                #encoding
            }
        }
        #[automatically_derived]
        #allow
        #unlisted
        impl #impl_generics #root::declare::Encode for #ident #type_generics #where_clause {
            const SHAPE: #private::Shape = #private::Shape::Object(<Self as #root::declare::Object>::FIELDS);
            fn encode(&self, #body: &mut #root::declare::Encoder<'_>) {
                #body.object(self);
            }
        }
    }
}

/// The fields of an object, or of all its variants.
fn fields_of<'m, 'a>(body: &'m ObjectBody<'a>) -> Box<dyn Iterator<Item = &'m FieldModel<'a>> + 'm> {
    match body {
        ObjectBody::Struct(fields) => Box::new(fields.iter()),
        ObjectBody::Enum(variants) => Box::new(variants.iter().flat_map(|variant| &variant.fields)),
    }
}

/// `match self { Self::Guild { unionid: a } => { body.constant("opt", ...); <String as Encode>::encode_described(a, ...); } }`
fn expand_variants(item: &Item<'_>, variants: &[VariantModel<'_>]) -> TokenStream {
    let arms = variants.iter().map(|VariantModel { ident, fixed, fields }| {
        let locals = fields.iter().enumerate().map(|(index, field)| {
            // The type's span, so that a value which cannot be sent is blamed there.
            Ident::new(&format!("__msdk_field_{index}"), field.raw.ty.span())
        });
        let locals: Vec<Ident> = locals.collect();
        let names = fields.iter().map(|field| &field.raw.ident);
        let constants = fixed.iter().map(|fixed| request::expand_constant(item, fixed));
        let values = fields.iter().zip(&locals);
        let values = values.map(|(field, local)| expand_variant_field(item, field, &quote!(#local)));
        quote!(Self::#ident { #(#names: #locals),* } => { #(#constants)* #(#values)* })
    });
    quote!(match self { #(#arms)* })
}

/// `<String as Encode>::encode_described(a, body, const { &Field::new(...) });`: a key may stand in several variants, each with words of its own.
fn expand_variant_field(item: &Item<'_>, field: &FieldModel<'_>, value: &TokenStream) -> TokenStream {
    if field.part == Part::Flattened {
        return request::expand_field(item, field, 0, value);
    }
    let body = local("body");
    let (root, ty, span) = (item.root, &field.raw.ty, field.raw.ty.span());
    let description = request::expand_description(item, field);
    let description = describe(item, &quote!(&#description));
    if field.by_serde {
        let private = private(item);
        let encode = quote_spanned!(span=> <#ty as #private::BySerde>::encode_described_by_serde);
        return quote_spanned!(span=> #encode(#value, #body, const #description););
    }
    quote_spanned!(span=> <#ty as #root::declare::Encode>::encode_described(#value, #body, const #description);)
}

/// The constants of the object, then the keys of all variants, each once: required if every variant has it, and a constant one of its values.
fn expand_union(object: &ObjectModel<'_>, variants: &[VariantModel<'_>]) -> Vec<TokenStream> {
    let item = &object.item;
    let mut constants: BTreeMap<String, Vec<&FixedValue>> = BTreeMap::new();
    for fixed in variants.iter().flat_map(|variant| &variant.fixed) {
        constants.entry(constant::name(fixed)).or_default().push(&fixed.value);
    }
    let constants = constants.into_iter().map(|(name, values)| {
        let optional = (values.len() < variants.len()).then(|| quote!(.optional()));
        let constant = expand_choice(&name, &values);
        quote!(#constant #optional)
    });
    let mut seen: Vec<&FieldModel<'_>> = Vec::new();
    for field in variants.iter().flat_map(|variant| &variant.fields) {
        if field.part == Part::Flattened || !seen.iter().any(|known| known.wire_name == field.wire_name) {
            seen.push(field);
        }
    }
    let fields = seen.into_iter().map(|field| {
        let has = |variant: &&VariantModel<'_>| variant.fields.iter().any(|other| other.wire_name == field.wire_name);
        let optional = (variants.iter().filter(has).count() < variants.len()).then(|| quote!(.optional()));
        let description = request::expand_description(item, field);
        quote!(#description #optional)
    });
    let common = object.fixed.iter().map(|fixed| expand_choice(&constant::name(fixed), &[&fixed.value]));
    common.chain(constants).chain(fields).collect()
}

/// `Field::new("opt", Described::<str>::REQUEST).limit(<str as Text>::LIMITED.one_of(&[...]))`
fn expand_choice(name: &str, values: &[&FixedValue]) -> TokenStream {
    let private = described();
    let is_text = matches!(values.first(), Some(FixedValue::Text(_)));
    let ty = if is_text { quote!(#private::str) } else { quote!(#private::i64) };
    let of = Ident::new(constant::limited(values.first().copied()), Span::call_site());
    let values = values.iter().map(|value| constant::expand_value(&private, value));
    quote! {
        #private::Field::new(#name, #private::Described::<#ty>::REQUEST)
            .limit(<#ty as #private::#of>::LIMITED.one_of(&[#(#values),*]))
    }
}
