//! `Debug` of an item with secrets, in the place of the derive that would print them.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Type, spanned::Spanned};

use super::{allow_deprecated, field_of_self, local, located_at, private};
use crate::{
    input::{Printing, RawField},
    keys,
    model::{self, FieldModel, Item, Model, ObjectBody},
    source,
};

/// A field, and whether its value is left out.
struct Shown<'a> {
    raw: &'a RawField,
    redacted: bool,
}

/// What stands between the braces: of a struct, or of each variant.
enum Body<'a> {
    Struct(Vec<Shown<'a>>),
    Enum(Vec<(&'a Ident, Vec<Shown<'a>>)>),
}

/// ```text
/// impl Debug for A {
///     fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
///         f.debug_struct("A").field("x", &self.x).field("payToken", &Redacted).finish()
///     }
/// }
/// ```
pub(super) fn expand_debug(model: &Model<'_>) -> Option<TokenStream> {
    let (item, body) = shown(model);
    match item.printing {
        Printing::InsteadOfDerive => Some(expand_body(item, &body)),
        Printing::Unasked if source::has_debug(item.ident) => None,
        // At the place of the secret, which a second implementation is in conflict with.
        Printing::Unasked => Some(located_at(expand_name(item), body.secret()?.span())),
        Printing::Elsewhere => None,
    }
}

/// What says that an item has a secret, if this derive writes its `Debug` though none was taken off.
pub(crate) fn secret_unasked<'a>(model: &Model<'a>) -> Option<&'a Ident> {
    let (item, body) = shown(model);
    body.secret().filter(|_| item.printing == Printing::Unasked)
}

/// An item, and what is shown of it.
fn shown<'m, 'a>(model: &'m Model<'a>) -> (&'m Item<'a>, Body<'a>) {
    match model {
        Model::Endpoint(endpoint) => (&endpoint.item, Body::Struct(requested(&endpoint.fields))),
        Model::Object(object) => {
            let body = match &object.body {
                ObjectBody::Struct(fields) => Body::Struct(requested(fields)),
                ObjectBody::Enum(variants) => {
                    Body::Enum(variants.iter().map(|variant| (variant.ident, requested(&variant.fields))).collect())
                }
            };
            (&object.item, body)
        }
        Model::Reply(reply) => {
            let fields = reply.fields.iter().map(|field| Shown { raw: field.raw, redacted: field.secret });
            (&reply.item, Body::Struct(fields.collect()))
        }
        // Secrets in it are of types that do not print them.
        Model::Untagged(choice) => (&choice.item, Body::Struct(Vec::new())),
    }
}

fn requested<'a>(fields: &[FieldModel<'a>]) -> Vec<Shown<'a>> {
    fields.iter().map(|field| Shown { raw: field.raw, redacted: field.redacted }).collect()
}

impl<'a> Shown<'a> {
    /// What says that the field is a secret.
    fn word(&self) -> &'a Ident {
        let said = self.raw.words.iter().find(|word| word.key == keys::SECRET);
        said.map_or(&self.raw.ident, |word| &word.key)
    }
}

impl<'a> Body<'a> {
    /// What says that there is a secret.
    fn secret(&self) -> Option<&'a Ident> {
        self.fields().find(|field| field.redacted).map(Shown::word)
    }

    fn fields(&self) -> impl Iterator<Item = &Shown<'a>> {
        let (fields, variants) = match self {
            Self::Struct(fields) => (fields.as_slice(), [].as_slice()),
            Self::Enum(variants) => ([].as_slice(), variants.as_slice()),
        };
        fields.iter().chain(variants.iter().flat_map(|(_, fields)| fields))
    }
}

/// `f.debug_struct("A").finish_non_exhaustive()`, which asks nothing of the fields' types.
pub(crate) fn expand_name(item: &Item<'_>) -> TokenStream {
    let (name, formatter) = (model::wire_text(item.ident), local("formatter"));
    let where_clause = item.generics.where_clause.to_token_stream();
    expand_impl(item, &where_clause, &quote!(#formatter.debug_struct(#name).finish_non_exhaustive()))
}

fn expand_body(item: &Item<'_>, body: &Body<'_>) -> TokenStream {
    let printing = match body {
        Body::Struct(fields) => {
            let value = |(_, field): (usize, &Shown<'_>)| {
                let (ident, span) = (&field.raw.ident, field.raw.ty.span());
                let value = field_of_self(ident, span);
                quote_spanned!(span=> &#value)
            };
            expand_fields(item, item.ident, fields, value)
        }
        Body::Enum(variants) => {
            let arms = variants.iter().map(|(variant, fields)| {
                let bindings = fields.iter().enumerate().filter(|(_, field)| !field.redacted).map(|(index, field)| {
                    let (name, value) = (&field.raw.ident, binding(index, field));
                    quote!(#name: #value,)
                });
                let value = |(index, field): (usize, &Shown<'_>)| binding(index, field).into_token_stream();
                let printing = expand_fields(item, variant, fields, value);
                quote!(Self::#variant { #(#bindings)* .. } => #printing,)
            });
            quote!(match self { #(#arms)* })
        }
    };
    expand_impl(item, &bounds(item, body), &printing)
}

/// The name of a variant's field, at its type, so that one which cannot be printed is blamed there.
fn binding(index: usize, field: &Shown<'_>) -> Ident {
    Ident::new(&format!("__msdk_field_{index}"), field.raw.ty.span())
}

/// `f.debug_struct("A").field("x", &self.x).field("payToken", &Redacted).finish()`
fn expand_fields(
    item: &Item<'_>,
    name: &Ident,
    fields: &[Shown<'_>],
    value: impl Fn((usize, &Shown<'_>)) -> TokenStream,
) -> TokenStream {
    let (private, formatter, name) = (private(item), local("formatter"), model::wire_text(name));
    let fields = fields.iter().enumerate().map(|(index, field)| {
        let name = model::wire_text(&field.raw.ident);
        let value = if field.redacted { quote!(&#private::Redacted) } else { value((index, field)) };
        quote!(.field(#name, #value))
    });
    quote!(#formatter.debug_struct(#name) #(#fields)* .finish())
}

fn expand_impl(item: &Item<'_>, where_clause: &TokenStream, printing: &TokenStream) -> TokenStream {
    let Item { ident, generics, .. } = item;
    let (private, formatter) = (private(item), local("formatter"));
    let (impl_generics, type_generics, _) = generics.split_for_impl();
    let allow = allow_deprecated(item);
    quote! {
        #[automatically_derived]
        #allow
        impl #impl_generics #private::fmt::Debug for #ident #type_generics #where_clause {
            fn fmt(&self, #formatter: &mut #private::fmt::Formatter<'_>) -> #private::fmt::Result {
                #printing
            }
        }
    }
}

/// The bounds that `derive(Debug)` would add: type parameters can be printed, and so can what is associated with them.
fn bounds(item: &Item<'_>, body: &Body<'_>) -> TokenStream {
    let private = private(item);
    let parameters: Vec<&Ident> = item.generics.type_params().map(|parameter| &parameter.ident).collect();
    let associated: Vec<&Type> = body
        .fields()
        .filter(|field| !field.redacted && names_associated(field.raw.ty.to_token_stream(), &parameters))
        .map(|field| &field.raw.ty)
        .collect();
    if parameters.is_empty() {
        return item.generics.where_clause.to_token_stream();
    }
    let written = item.generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    quote!(where #(#written,)* #(#parameters: #private::fmt::Debug,)* #(#associated: #private::fmt::Debug,)*)
}

/// Whether a type has `T::` in it, where `T` is one of `parameters`.
fn names_associated(ty: TokenStream, parameters: &[&Ident]) -> bool {
    let mut tokens = ty.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let found = match &token {
            TokenTree::Group(group) => names_associated(group.stream(), parameters),
            TokenTree::Ident(word) if parameters.contains(&word) => {
                matches!(tokens.peek(), Some(TokenTree::Punct(colon)) if colon.as_char() == ':')
            }
            _ => false,
        };
        if found {
            return true;
        }
    }
    false
}
