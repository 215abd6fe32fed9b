//! Reads a whole item into raw parts. Nothing is judged here but the grammar of attributes.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Attribute, Data, DeriveInput, Fields, Generics, Ident, Meta, MetaList, Type, Visibility};

use crate::{
    attr::{self, Entry},
    errors::Errors,
    keys::{DERIVE, Kind, UNTAGGED},
    root::Root,
};

/// An item as it was written.
pub(crate) struct RawItem {
    pub(crate) root: Root,
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
    pub(crate) generics: Generics,
    /// `#[doc]` and `#[deprecated]`, for what is generated beside the item.
    pub(crate) docs: Vec<Attribute>,
    pub(crate) deprecated: Option<Attribute>,
    pub(crate) args: Vec<Entry>,
    /// Whether an argument could not be read, so that a word may be there which is not among them.
    pub(crate) garbled: bool,
    /// The words of `#[serde(...)]` on the item.
    pub(crate) serde: Vec<Entry>,
    pub(crate) printing: Printing,
    pub(crate) body: RawBody,
}

/// Who writes `Debug` if a field is a secret.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Printing {
    /// This derive, in the place of `derive(Debug)`, which [`crate::attach`] took off.
    InsteadOfDerive,
    /// This derive, though nobody asked, so that a `derive(Debug)` which could not be taken off is no second one.
    Unasked,
    /// The derive of another of our attributes on the item.
    Elsewhere,
}

/// What to call an enum.
pub(crate) const AN_ENUM: &str = "an enum";

/// The body of an item.
pub(crate) enum RawBody {
    Named(Vec<RawField>),
    Unit,
    Variants(Vec<RawVariant>),
    /// The one value of a variant without field names, with its parentheses.
    Newtype(Box<RawField>, TokenStream),
    /// Anything else, with what to call it and the token that shows it.
    Other(&'static str, TokenStream),
}

impl RawBody {
    /// The tokens that show a body, those of the name before it if there are none.
    pub(crate) fn tokens(&self, name: &Ident) -> TokenStream {
        match self {
            Self::Newtype(_, tokens) | Self::Other(_, tokens) => tokens.clone(),
            Self::Named(_) | Self::Unit | Self::Variants(_) => name.to_token_stream(),
        }
    }
}

/// A variant of an enum as it was written.
pub(crate) struct RawVariant {
    pub(crate) ident: Ident,
    pub(crate) words: Vec<Entry>,
    /// The words of `#[serde(...)]`.
    pub(crate) serde: Vec<Entry>,
    /// The `1` of `Open = 1`.
    pub(crate) discriminant: Option<syn::Expr>,
    pub(crate) body: RawBody,
}

/// A named field as it was written.
pub(crate) struct RawField {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) docs: Vec<Attribute>,
    pub(crate) deprecated: bool,
    /// The words of `#[msdk(...)]`.
    pub(crate) words: Vec<Entry>,
    /// The words of `#[serde(...)]`.
    pub(crate) serde: Vec<Entry>,
}

/// Reads the item that the derive was given.
pub(crate) fn read(kind: Kind, item: DeriveInput, errors: &mut Errors) -> RawItem {
    let tokens = carried_args(kind, &item.attrs, errors);
    let root = Root::find(&tokens);
    let mistakes = errors.count();
    let args = attr::entries(tokens, errors);
    let has_variants = kind == Kind::Object || args.iter().any(|entry| entry.key == UNTAGGED);
    RawItem {
        root,
        garbled: errors.count() > mistakes,
        docs: with_name(&item.attrs, "doc"),
        deprecated: with_name(&item.attrs, "deprecated").into_iter().next(),
        args,
        serde: words(&item.attrs, "serde", errors),
        printing: printing(kind, &item.attrs),
        body: read_body(item.data, has_variants, errors),
        ident: item.ident,
        vis: item.vis,
        generics: item.generics,
    }
}

/// Reads a body; `has_variants` says whether those of an enum are wanted.
fn read_body(data: Data, has_variants: bool, errors: &mut Errors) -> RawBody {
    match data {
        Data::Struct(data) => read_fields(data.fields, "a tuple struct", errors),
        Data::Enum(data) if has_variants => {
            RawBody::Variants(data.variants.into_iter().map(|variant| read_variant(variant, errors)).collect())
        }
        Data::Enum(data) => RawBody::Other(AN_ENUM, data.enum_token.to_token_stream()),
        Data::Union(data) => RawBody::Other("a union", data.union_token.to_token_stream()),
    }
}

fn read_variant(variant: syn::Variant, errors: &mut Errors) -> RawVariant {
    RawVariant {
        words: words(&variant.attrs, "msdk", errors),
        serde: words(&variant.attrs, "serde", errors),
        discriminant: variant.discriminant.map(|(_, value)| value),
        body: read_variant_body(variant.fields, &variant.ident, &variant.attrs, errors),
        ident: variant.ident,
    }
}

fn read_variant_body(fields: Fields, variant: &Ident, attrs: &[Attribute], errors: &mut Errors) -> RawBody {
    let tokens = fields.to_token_stream();
    let value = match &fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => fields.unnamed.first().cloned(),
        _ => None,
    };
    // The value is called and documented as its variant is.
    let value = value.and_then(|field| read_field(syn::Field { ident: Some(variant.clone()), ..field }, errors));
    match value {
        Some(value) => RawBody::Newtype(Box::new(RawField { docs: with_name(attrs, "doc"), ..value }), tokens),
        None => read_fields(fields, "a variant without field names", errors),
    }
}

fn read_fields(fields: Fields, unnamed: &'static str, errors: &mut Errors) -> RawBody {
    match fields {
        Fields::Named(fields) => {
            RawBody::Named(fields.named.into_iter().filter_map(|field| read_field(field, errors)).collect())
        }
        Fields::Unit => RawBody::Unit,
        Fields::Unnamed(fields) => RawBody::Other(unnamed, fields.to_token_stream()),
    }
}

fn read_field(field: syn::Field, errors: &mut Errors) -> Option<RawField> {
    Some(RawField {
        docs: with_name(&field.attrs, "doc"),
        deprecated: field.attrs.iter().any(|attr| attr.path().is_ident("deprecated")),
        words: words(&field.attrs, "msdk", errors),
        serde: words(&field.attrs, "serde", errors),
        ident: field.ident?,
        ty: field.ty,
    })
}

/// The arguments that [`crate::attach`] put beside the derive.
fn carried_args(kind: Kind, attrs: &[Attribute], errors: &mut Errors) -> TokenStream {
    let mut args = TokenStream::new();
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("msdk")) {
        match attr.parse_args::<MetaList>() {
            Ok(list) if list.path.is_ident(kind.attribute()) => args = list.tokens,
            Ok(list) if is_carried(&list) => {}
            _ => {
                errors.add(attr.path(), format_args!("`#[msdk(...)]` is for fields; write its words inside of {kind}"));
            }
        }
    }
    args
}

/// Whether [`crate::attach`] put this on the item.
fn is_carried(list: &MetaList) -> bool {
    list.path.is_ident(DERIVE) || Kind::ALL.iter().any(|kind| list.path.is_ident(kind.attribute()))
}

fn printing(kind: Kind, attrs: &[Attribute]) -> Printing {
    let carried = attrs.iter().filter(|attr| attr.path().is_ident("msdk"));
    let carried: Vec<_> = carried.filter_map(|attr| attr.parse_args().ok()).filter(is_carried).collect();
    if carried.iter().any(|list| !list.path.is_ident(DERIVE) && !list.path.is_ident(kind.attribute())) {
        Printing::Elsewhere
    } else if carried.iter().any(|list| list.path.is_ident(DERIVE)) {
        Printing::InsteadOfDerive
    } else {
        Printing::Unasked
    }
}

fn words(attrs: &[Attribute], name: &str, errors: &mut Errors) -> Vec<Entry> {
    let mut found = Vec::new();
    for attr in attrs.iter().filter(|attr| attr.path().is_ident(name)) {
        match &attr.meta {
            Meta::List(list) => found.extend(attr::entries(list.tokens.clone(), errors)),
            _ => errors.add(attr.path(), format_args!("`#[{name}]` has no words; write them as in `#[{name}(...)]`")),
        }
    }
    found
}

fn with_name(attrs: &[Attribute], name: &str) -> Vec<Attribute> {
    attrs.iter().filter(|attr| attr.path().is_ident(name)).cloned().collect()
}
