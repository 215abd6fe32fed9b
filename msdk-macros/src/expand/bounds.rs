//! The bounds that an implementation needs of type parameters: those of the fields' types, as derives add them.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{GenericParam, Type, TypeParamBound, WherePredicate};

use super::private;
use crate::{
    input::RawField,
    keys, lower,
    model::{FieldModel, Item, Part, Presence},
};

/// The bounds of an item, and those that are added to them.
struct Bounds<'a> {
    item: &'a Item<'a>,
    added: Vec<TokenStream>,
    seen: BTreeSet<String>,
}

/// `where T: Encode`, for the types of fields that are sent.
pub(super) fn expand_sent<'f>(item: &Item<'_>, fields: impl Iterator<Item = &'f FieldModel<'f>>) -> TokenStream {
    let mut bounds = Bounds::new(item);
    bounds.add_sent(fields);
    bounds.expand()
}

/// `where T: Encode, Page<T>: Decode`, for the types of fields that are sent and for the type of the reply.
pub(super) fn expand_called<'f>(
    item: &Item<'_>,
    fields: impl Iterator<Item = &'f FieldModel<'f>>,
    reply: &TokenStream,
) -> TokenStream {
    let mut bounds = Bounds::new(item);
    bounds.add_sent(fields);
    let root = item.root;
    bounds.add_type(reply, &quote!(#root::Decode));
    bounds.expand()
}

/// `where T: Decode`, for the types of fields that are read, each with how it stands in a reply.
pub(super) fn expand_read<'f>(
    item: &Item<'_>,
    fields: impl Iterator<Item = (&'f RawField, Option<Presence>)>,
) -> TokenStream {
    let mut bounds = Bounds::new(item);
    let (root, private) = (item.root, private(item));
    for (field, presence) in fields {
        if is_by_serde(field) {
            let ty = lower::option_argument(&field.ty).unwrap_or(&field.ty);
            bounds.add_type(ty, &quote!(#private::DeserializeOwned));
        } else {
            bounds.add_parameters(&field.ty, "Decode", &quote!(#root::Decode));
        }
        if presence == Some(Presence::OrDefault) {
            bounds.add_type(&field.ty, &quote!(#private::Default));
        }
    }
    bounds.expand()
}

/// `where T: Merge`, for the types of fields that are merged, beside what it takes to read a reply.
pub(super) fn expand_merged<'f>(item: &Item<'_>, types: impl Iterator<Item = &'f Type>) -> TokenStream {
    let mut bounds = Bounds::new(item);
    let root = item.root;
    types.for_each(|ty| bounds.add_type(ty, &quote!(#root::Merge)));
    bounds.expand()
}

fn is_by_serde(field: &RawField) -> bool {
    field.words.iter().any(|word| word.key == keys::SERDE)
}

impl<'a> Bounds<'a> {
    const fn new(item: &'a Item<'a>) -> Self {
        Self { item, added: Vec::new(), seen: BTreeSet::new() }
    }

    fn add_sent<'f>(&mut self, fields: impl Iterator<Item = &'f FieldModel<'f>>) {
        let (root, private) = (self.item.root, private(self.item));
        for field in fields {
            if is_by_serde(field.raw) {
                self.add_type(&field.raw.ty, &quote!(#private::Serialize));
            } else if field.part == Part::Flattened {
                self.add_type(&field.raw.ty, &quote!(#root::Object));
            } else {
                self.add_parameters(&field.raw.ty, "Encode", &quote!(#root::Encode));
            }
        }
    }

    /// Bounds the type parameters in a type, unless they are bounded by that already, and what is associated with them.
    fn add_parameters(&mut self, ty: impl ToTokens, name: &str, bound: &TokenStream) {
        let parameters: Vec<&Ident> = self.item.generics.type_params().map(|parameter| &parameter.ident).collect();
        if parameters.is_empty() {
            return;
        }
        let found = Found::of(ty.to_token_stream(), &parameters);
        for parameter in found.parameters {
            if !self.is_bounded(parameter, name) {
                self.add(quote!(#parameter: #bound));
            }
        }
        if found.has_associated {
            self.add(quote!(#ty: #bound));
        }
    }

    /// Bounds a type itself, if it has a type parameter in it.
    fn add_type(&mut self, ty: &impl ToTokens, bound: &TokenStream) {
        let parameters: Vec<&Ident> = self.item.generics.type_params().map(|parameter| &parameter.ident).collect();
        let found = Found::of(ty.to_token_stream(), &parameters);
        if !found.parameters.is_empty() || found.has_associated {
            self.add(quote!(#ty: #bound));
        }
    }

    fn add(&mut self, predicate: TokenStream) {
        if self.seen.insert(predicate.to_string()) {
            self.added.push(predicate);
        }
    }

    /// Whether the user bounds a parameter by the trait of this name.
    fn is_bounded(&self, parameter: &Ident, name: &str) -> bool {
        let is_trait = |bound: &TypeParamBound| match bound {
            TypeParamBound::Trait(bound) => bound.path.segments.last().is_some_and(|last| last.ident == name),
            _ => false,
        };
        let generics = self.item.generics;
        let own = generics.params.iter().any(|own| match own {
            GenericParam::Type(own) => own.ident == *parameter && own.bounds.iter().any(is_trait),
            _ => false,
        });
        let is_of_parameter = |ty: &Type| matches!(ty, Type::Path(path) if path.path.is_ident(parameter));
        own || generics.where_clause.iter().flat_map(|clause| &clause.predicates).any(|predicate| match predicate {
            WherePredicate::Type(own) => is_of_parameter(&own.bounded_ty) && own.bounds.iter().any(is_trait),
            _ => false,
        })
    }

    fn expand(self) -> TokenStream {
        let where_clause = &self.item.generics.where_clause;
        if self.added.is_empty() {
            return where_clause.to_token_stream();
        }
        let written = where_clause.iter().flat_map(|clause| &clause.predicates);
        let added = self.added;
        quote!(where #(#written,)* #(#added),*)
    }
}

/// The type parameters in a type.
#[derive(Default)]
struct Found<'p> {
    /// Those that stand by themselves.
    parameters: Vec<&'p Ident>,
    /// Whether there is a `T::Item`.
    has_associated: bool,
}

impl<'p> Found<'p> {
    fn of(ty: TokenStream, parameters: &[&'p Ident]) -> Self {
        let mut found = Self::default();
        found.look(ty, parameters);
        found
    }

    fn look(&mut self, ty: TokenStream, parameters: &[&'p Ident]) {
        let is_colon = |token: &TokenTree| matches!(token, TokenTree::Punct(colon) if colon.as_char() == ':');
        let mut after_colon = false;
        let mut tokens = ty.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match &token {
                TokenTree::Group(group) => self.look(group.stream(), parameters),
                TokenTree::Ident(word) if !after_colon => {
                    if let Some(parameter) = parameters.iter().find(|parameter| **parameter == word) {
                        if tokens.peek().is_some_and(is_colon) {
                            self.has_associated = true;
                        } else if !self.parameters.contains(parameter) {
                            self.parameters.push(parameter);
                        }
                    }
                }
                _ => {}
            }
            after_colon = is_colon(&token);
        }
    }
}
