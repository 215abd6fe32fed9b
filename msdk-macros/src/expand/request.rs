//! What endpoints and the objects inside them share: descriptions of fields, and their encoding.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Path, Type, spanned::Spanned};

use super::{constant, described, docs, field_of_self, local, private};
use crate::model::{FieldModel, Fixed, Item, Limit, Part, Rule, Style};

/// `Field::new("fopenids", Described::<Vec<String>>::REQUEST).docs("...").limit(items::<Vec<String>>(1, 50)),`
pub(super) fn expand_description(field: &FieldModel<'_>) -> TokenStream {
    let private = described();
    let (ty, name) = (&field.raw.ty, &field.wire_name);
    let flattened = field.part == Part::Flattened;
    let name = if flattened { "" } else { name };
    let of = if flattened { quote!(FLATTENED) } else { quote!(REQUEST) };
    let docs = expand_docs(&field.raw.docs);
    let part = (field.part != Part::Body).then(|| {
        let part = expand_part(&private, field.part);
        quote!(.part(#part))
    });
    let limits = field.rules.iter().map(|rule| expand_limit(ty, rule));
    let style = match &field.style {
        Style::Plain => None,
        Style::Joined(separator) => Some(quote!(.joined(#separator))),
        Style::Json => Some(quote!(.json_text())),
    };
    let default = field.default.as_ref().map(constant::expand_default);
    let secret = field.secret.then(|| quote!(.secret()));
    let repeated = field.repeat.then(|| quote!(.repeated()));
    quote! {
        #private::Field::new(#name, #private::Described::<#ty>::#of)
            #docs #part #(#limits)* #style #default #secret #repeated
    }
}

/// `.limit(bytes::<String>(0, 45))`, where a type that the rule does not fit is blamed at the rule.
fn expand_limit(ty: &Type, rule: &Rule) -> TokenStream {
    let (private, span) = (described(), rule.word.span());
    let (name, values) = match &rule.limit {
        Limit::Range { low, high } => {
            let [low, high] = [low, high].map(|end| Literal::i64_unsuffixed(*end));
            (rule.word.to_string(), quote!(#low, #high))
        }
        Limit::OneOf(values) => {
            let name = constant::one_of(values.first());
            let values = values.iter().map(|value| constant::expand_value(&private, value));
            (name.to_owned(), quote!(&[#(#values),*]))
        }
    };
    let function = Ident::new(&name, Span::call_site());
    let function = quote!(#private::#function);
    quote_spanned!(span=> .limit(#function::<#ty>(#values)))
}

/// `body.at(0, &self.fopenids);`, where 0 is the place of the field's description.
pub(super) fn expand_field(field: &FieldModel<'_>, index: usize, value: &TokenStream) -> TokenStream {
    let (body, index) = (local("body"), Literal::usize_unsuffixed(index));
    // The type's span, so that a value which cannot be sent is blamed there.
    let span = field.raw.ty.span();
    let value = quote_spanned!(span=> #value);
    if field.part == Part::Flattened {
        quote_spanned!(span=> #body.flatten(#value);)
    } else if field.chunk.is_some() {
        quote_spanned!(span=> #body.chunk_at(#index, #value);)
    } else {
        quote_spanned!(span=> #body.at(#index, #value);)
    }
}

/// The fields of `self`, then the rule over several of them.
pub(super) fn expand_encoding(item: &Item<'_>, fields: &[FieldModel<'_>], check: Option<&Path>) -> TokenStream {
    let lines = fields.iter().enumerate().map(|(index, field)| {
        let ty = &field.raw.ty;
        let mut ident = field.raw.ident.clone();
        // From the first token of the type to its last, so that all of it is blamed.
        if let Some(last) = ty.to_token_stream().into_iter().last() {
            ident.set_span(ident.span().located_at(last.span()));
        }
        let value = field_of_self(&ident, ty.span());
        expand_field(field, index, &quote_spanned!(ty.span()=> &#value))
    });
    let check = expand_check(item, check);
    quote!(#(#lines)* #check)
}

/// `let check: fn(&Self, &mut Report<'_>) = rule; check(self, &mut body.report());`, where the type is for a function
/// that is another: it is blamed, and nothing that was written here.
pub(super) fn expand_check(item: &Item<'_>, check: Option<&Path>) -> Option<TokenStream> {
    let (root, body, function) = (item.root, local("body"), local("check"));
    check.map(|check| {
        quote! {
            let #function: fn(&Self, &mut #root::Report<'_>) = #check;
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
