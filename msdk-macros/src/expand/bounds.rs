//! The bounds that an implementation needs of type parameters: those of the fields' types, as derives add them.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{GenericParam, Generics, Type, TypeParamBound, WherePredicate, parse_quote};

use super::private;
use crate::{
    input::RawField,
    keys, lower,
    model::{FieldModel, Item, Part, Presence},
};

/// The generics of an item, with the bounds that are added to them.
struct Bounds<'a> {
    item: &'a Item<'a>,
    generics: Generics,
}

/// `T: Encode`, for the types of fields that are sent.
pub(super) fn of_sent<'f>(item: &Item<'_>, fields: impl Iterator<Item = &'f FieldModel<'f>>) -> Generics {
    let mut bounds = Bounds::new(item);
    bounds.add_sent(fields);
    bounds.generics
}

/// `T: Encode` and `Page<T>: Decode`, for the types of fields that are sent and for the type of the reply.
pub(super) fn of_called<'f>(
    item: &Item<'_>,
    fields: impl Iterator<Item = &'f FieldModel<'f>>,
    reply: &TokenStream,
) -> Generics {
    let mut bounds = Bounds::new(item);
    bounds.add_sent(fields);
    let root = item.root;
    bounds.add_type(reply, &quote!(#root::declare::Decode));
    bounds.generics
}

/// `T: Decode`, for the types of fields that are read, each with how it stands in a reply.
pub(super) fn of_read<'f>(item: &Item<'_>, fields: impl Iterator<Item = (&'f RawField, Option<Presence>)>) -> Generics {
    let mut bounds = Bounds::new(item);
    let (root, private) = (item.root, private(item));
    for (field, presence) in fields {
        if is_by_serde(field) {
            let ty = lower::option_argument(&field.ty).unwrap_or(&field.ty);
            bounds.add_type(ty, &quote!(#private::DeserializeOwned));
        } else {
            bounds.add_parameters(&field.ty, &quote!(#root::declare::Decode));
        }
        if presence == Some(Presence::OrDefault) {
            bounds.add_type(&field.ty, &quote!(#private::Default));
        }
    }
    bounds.generics
}

/// `T: Merge`, for the types of fields that are merged.
pub(super) fn of_merged<'f>(item: &Item<'_>, types: impl Iterator<Item = &'f Type>) -> Generics {
    let mut bounds = Bounds::new(item);
    let root = item.root;
    types.for_each(|ty| bounds.add_type(ty, &quote!(#root::declare::Merge)));
    bounds.generics
}

fn is_by_serde(field: &RawField) -> bool {
    field.words.iter().any(|word| word.key == keys::SERDE)
}

impl<'a> Bounds<'a> {
    fn new(item: &'a Item<'a>) -> Self {
        Self { item, generics: item.generics.clone() }
    }

    fn add_sent<'f>(&mut self, fields: impl Iterator<Item = &'f FieldModel<'f>>) {
        let (root, private) = (self.item.root, private(self.item));
        for field in fields {
            if is_by_serde(field.raw) {
                self.add_type(&field.raw.ty, &quote!(#private::Serialize));
            } else if field.part == Part::Flattened {
                self.add_type(&field.raw.ty, &quote!(#root::declare::Object));
            } else {
                self.add_parameters(&field.raw.ty, &quote!(#root::declare::Encode));
            }
        }
    }

    /// Bounds the type parameters in a type, and what is associated with them.
    fn add_parameters(&mut self, ty: &Type, bound: &TokenStream) {
        let found = self.find(ty);
        for parameter in &found.parameters {
            self.add(&parameter.to_token_stream(), bound);
        }
        if found.has_associated {
            self.add(&ty.to_token_stream(), bound);
        }
    }

    /// Bounds a type itself, if it has a type parameter in it.
    fn add_type(&mut self, ty: &impl ToTokens, bound: &TokenStream) {
        let found = self.find(ty);
        if !found.parameters.is_empty() || found.has_associated {
            self.add(&ty.to_token_stream(), bound);
        }
    }

    fn find(&self, ty: &impl ToTokens) -> Found {
        let parameters: Vec<&Ident> = self.item.generics.type_params().map(|parameter| &parameter.ident).collect();
        let mut found = Found::default();
        if !parameters.is_empty() {
            found.look(ty.to_token_stream(), &parameters);
        }
        found
    }

    /// Adds a bound where the others of the type stand, unless it is there by name: one place for all is what lints ask.
    fn add(&mut self, ty: &TokenStream, bound: &TokenStream) {
        let (text, bound): (String, TypeParamBound) = (ty.to_string(), parse_quote!(#bound));
        let predicates = self.generics.where_clause.iter_mut().flat_map(|clause| &mut clause.predicates);
        let of_where = predicates.into_iter().find_map(|predicate| match predicate {
            WherePredicate::Type(of) if of.bounded_ty.to_token_stream().to_string() == text => Some(&mut of.bounds),
            _ => None,
        });
        let of_parameter = self.generics.params.iter_mut().find_map(|parameter| match parameter {
            GenericParam::Type(of) if of.ident == text => Some(&mut of.bounds),
            _ => None,
        });
        match (of_where, of_parameter) {
            (of_where, of_parameter) if of_where.iter().chain(&of_parameter).any(|known| has(known, &bound)) => {}
            (Some(bounds), _) | (None, Some(bounds)) => bounds.push(bound),
            (None, None) => self.generics.make_where_clause().predicates.push(parse_quote!(#ty: #bound)),
        }
    }
}

/// Whether a trait of the same name is among some bounds.
fn has(bounds: &syn::punctuated::Punctuated<TypeParamBound, syn::Token![+]>, bound: &TypeParamBound) -> bool {
    let name = |bound: &TypeParamBound| match bound {
        TypeParamBound::Trait(bound) => bound.path.segments.last().map(|last| last.ident.clone()),
        _ => None,
    };
    bounds.iter().any(|known| name(known).is_some_and(|known| name(bound) == Some(known)))
}

/// The type parameters in a type.
#[derive(Default)]
struct Found {
    /// Those that stand by themselves.
    parameters: Vec<Ident>,
    /// Whether there is a `T::Item`.
    has_associated: bool,
}

impl Found {
    fn look(&mut self, ty: TokenStream, parameters: &[&Ident]) {
        let is_colon = |token: &TokenTree| matches!(token, TokenTree::Punct(colon) if colon.as_char() == ':');
        let mut after_colon = false;
        let mut tokens = ty.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match &token {
                TokenTree::Group(group) => self.look(group.stream(), parameters),
                TokenTree::Ident(word) if !after_colon && parameters.contains(&word) => {
                    if tokens.peek().is_some_and(is_colon) {
                        self.has_associated = true;
                    } else if !self.parameters.contains(word) {
                        self.parameters.push(word.clone());
                    }
                }
                _ => {}
            }
            after_colon = is_colon(&token);
        }
    }
}
