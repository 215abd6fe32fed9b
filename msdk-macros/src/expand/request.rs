//! What endpoints and the objects inside them share: descriptions of fields, and their encoding.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Path, Type, spanned::Spanned};

use super::{constant, described, docs, field_of_self, local, private};
use crate::{
    keys, lower,
    model::{FieldModel, Fixed, Item, Limit, Part, Place, Rule, Style},
};

/// `Field::new("fopenids", Described::<Vec<String>>::REQUEST).docs("...").limit(<Vec<String> as Items>::LIMITED.items(1, 50)),`
pub(super) fn expand_description(item: &Item<'_>, field: &FieldModel<'_>) -> TokenStream {
    let private = described();
    let (ty, name) = (&field.raw.ty, &field.wire_name);
    let flattened = field.part == Part::Flattened;
    let name = if flattened { "" } else { name };
    let of = if field.by_serde {
        quote!(#private::TypeInfo::NOTHING)
    } else {
        let of = match field.style {
            _ if flattened => "FLATTENED",
            Style::Quoted => "QUOTED",
            _ => "REQUEST",
        };
        super::described_type(item, ty, of)
    };
    // What serde says of a type nobody can ask.
    let optional = (field.by_serde && lower::option_argument(ty).is_some()).then(|| quote!(.optional()));
    let docs = expand_docs(&field.raw.docs);
    let part = (field.part != Part::Body).then(|| {
        let part = expand_part(&private, field.part);
        quote!(.part(#part))
    });
    let place = match field.place {
        Place::Usual => None,
        Place::Query => Some(quote!(.place(#private::Place::Query))),
        Place::Header => Some(quote!(.place(#private::Place::Header))),
        Place::Path => Some(quote!(.place(#private::Place::Path))),
    };
    let limits = field.rules.iter().map(|rule| expand_limit(ty, rule));
    let style = match &field.style {
        Style::Plain | Style::Quoted => None,
        Style::Joined(separator) => Some(quote!(.joined(#separator))),
        Style::Json => Some(quote!(.json_text())),
    };
    let default = field.default.as_ref().map(constant::expand_default);
    let secret = field.secret.then(|| quote!(.secret()));
    let repeated = field.repeat.then(|| quote!(.repeated()));
    quote! {
        #private::Field::new(#name, #of)
            #docs #optional #part #place #(#limits)* #style #default #secret #repeated
    }
}

/// `.limit(<String as Text>::LIMITED.bytes(0, 45))`, where a type that the rule does not fit is blamed.
fn expand_limit(ty: &Type, rule: &Rule) -> TokenStream {
    let (private, span) = (described(), rule.word.span());
    let (of, values) = match &rule.limit {
        Limit::Range { low, high } => {
            let [low, high] = [low, high].map(|end| Literal::i64_unsuffixed(*end));
            let of = match rule.word.to_string().as_str() {
                keys::RANGE => "NumberValue",
                keys::ITEMS => "ListValue",
                _ => "TextValue",
            };
            (of, quote!(#low, #high))
        }
        Limit::OneOf(values) => {
            let of = constant::limited(values.first());
            let values = values.iter().map(|value| constant::expand_value(&private, value));
            (of, quote!(&[#(#values),*]))
        }
    };
    let [of, rule] = [of.to_owned(), rule.word.to_string()].map(|name| Ident::new(&name, Span::call_site()));
    quote_spanned!(span=> .limit(<#ty as #private::#of>::LIMITED.#rule(#values)))
}

/// `<Vec<String> as Encode>::encode_field(&self.fopenids, body, 0);`, where 0 is the place of the field's description.
/// The type stands in it to be blamed if its values cannot be sent.
pub(super) fn expand_field(item: &Item<'_>, field: &FieldModel<'_>, index: usize, value: &TokenStream) -> TokenStream {
    let (traits, body, index) = (described(), local("body"), Literal::usize_unsuffixed(index));
    let (ty, span) = (&field.raw.ty, field.raw.ty.span());
    if field.part == Part::Flattened {
        quote_spanned!(span=> <#ty as #traits::Object>::encode_flattened(#value, #body);)
    } else if field.by_serde {
        let private = private(item);
        quote_spanned!(span=> <#ty as #private::BySerde>::encode_by_serde(#value, #body, #index);)
    } else if field.chunk.is_some() {
        quote_spanned!(span=> <#ty as #traits::Chunk>::encode_chunk(#value, #body, #index);)
    } else {
        quote_spanned!(span=> <#ty as #traits::Encode>::encode_field(#value, #body, #index);)
    }
}

/// The constants of an object, the fields of `self`, then the rule over several of them.
pub(super) fn expand_encoding(
    item: &Item<'_>,
    fixed: &[Fixed],
    fields: &[FieldModel<'_>],
    check: Option<&Path>,
) -> TokenStream {
    let constants = fixed.iter().map(|fixed| expand_constant(item, fixed));
    // The descriptions of the constants come before those of the fields.
    let lines = (fixed.len()..).zip(fields).map(|(index, field)| {
        let ty = &field.raw.ty;
        let mut ident = field.raw.ident.clone();
        // From the first token of the type to its last, so that all of it is blamed.
        if let Some(last) = ty.to_token_stream().into_iter().last() {
            ident.set_span(ident.span().located_at(last.span()));
        }
        let value = field_of_self(&ident, ty.span());
        expand_field(item, field, index, &quote_spanned!(ty.span()=> &#value))
    });
    let check = expand_check(item, check);
    let (root, traits) = (item.root, described());
    // So that a field is one line.
    let short = fields.iter().any(|field| !field.by_serde).then(|| quote!(use #root::declare as #traits;));
    quote!(#short #(#constants)* #(#lines)* #check)
}

/// `let check: fn(&Self, &mut Report<'_>) = rule; check(self, &mut body.report());`, where the type is for a function
/// that is another: it is blamed, and nothing that was written here.
pub(super) fn expand_check(item: &Item<'_>, check: Option<&Path>) -> Option<TokenStream> {
    let (root, body, function) = (item.root, local("body"), local("check"));
    check.map(|check| {
        quote! {
            let #function: fn(&Self, &mut #root::declare::Report<'_>) = #check;
            #function(self, &mut #body.report());
        }
    })
}

/// `body.constant("opt", FixedValue::Text("0"));`
pub(super) fn expand_constant(item: &Item<'_>, fixed: &Fixed) -> TokenStream {
    let (body, name, value) =
        (local("body"), constant::name(fixed), constant::expand_value(&private(item), &fixed.value));
    quote!(#body.constant(#name, #value);)
}

pub(super) fn expand_docs(docs: &[syn::Attribute]) -> Option<TokenStream> {
    let docs = docs::text(docs);
    (!docs.is_empty()).then(|| quote!(.docs(#docs)))
}

fn expand_part(private: &TokenStream, part: Part) -> TokenStream {
    let part = match part {
        Part::AppId => quote!(AppId),
        Part::OpenId => quote!(OpenId),
        Part::Token => quote!(Token),
        Part::Body => quote!(Body),
        Part::Flattened => quote!(Flattened),
    };
    quote!(#private::Part::#part)
}
