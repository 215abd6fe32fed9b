//! Reads a whole item into raw parts. Nothing is judged here but the grammar of attributes.

use proc_macro2::TokenStream;
use syn::{Attribute, Data, DeriveInput, Fields, Generics, Ident, Meta, Type, Visibility};

use crate::{
    attr::{self, Entry},
    errors::Errors,
    keys::Kind,
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
    pub(crate) body: RawBody,
}

/// The body of an item.
pub(crate) enum RawBody {
    Named(Vec<RawField>),
    Unit,
    /// Anything else, with what to call it and the token that shows it.
    Other(&'static str, TokenStream),
}

/// A named field as it was written.
pub(crate) struct RawField {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) docs: Vec<Attribute>,
    /// The words of `#[msdk(...)]`.
    pub(crate) words: Vec<Entry>,
    /// The words of `#[serde(...)]`.
    pub(crate) serde: Vec<Entry>,
}

/// Reads the item that the derive was given.
pub(crate) fn read(kind: Kind, item: DeriveInput, errors: &mut Errors) -> RawItem {
    let args = carried_args(kind, &item.attrs).unwrap_or_default();
    RawItem {
        root: Root::find(&args),
        docs: with_name(&item.attrs, "doc"),
        deprecated: with_name(&item.attrs, "deprecated").into_iter().next(),
        args: attr::entries(args, errors),
        body: read_body(item.data, errors),
        ident: item.ident,
        vis: item.vis,
        generics: item.generics,
    }
}

fn read_body(data: Data, errors: &mut Errors) -> RawBody {
    use quote::ToTokens;
    match data {
        Data::Struct(data) => match data.fields {
            Fields::Named(fields) => {
                RawBody::Named(fields.named.into_iter().filter_map(|field| read_field(field, errors)).collect())
            }
            Fields::Unit => RawBody::Unit,
            Fields::Unnamed(fields) => RawBody::Other("a tuple struct", fields.to_token_stream()),
        },
        Data::Enum(data) => RawBody::Other("an enum", data.enum_token.to_token_stream()),
        Data::Union(data) => RawBody::Other("a union", data.union_token.to_token_stream()),
    }
}

fn read_field(field: syn::Field, errors: &mut Errors) -> Option<RawField> {
    Some(RawField {
        docs: with_name(&field.attrs, "doc"),
        words: words(&field.attrs, "msdk", errors),
        serde: words(&field.attrs, "serde", errors),
        ident: field.ident?,
        ty: field.ty,
    })
}

/// The arguments that [`crate::attach`] put beside the derive.
fn carried_args(kind: Kind, attrs: &[Attribute]) -> Option<TokenStream> {
    attrs.iter().filter(|attr| attr.path().is_ident("msdk")).find_map(|attr| {
        let list: Meta = attr.parse_args().ok()?;
        let list = list.require_list().ok()?;
        list.path.is_ident(kind.attribute()).then(|| list.tokens.clone())
    })
}

fn words(attrs: &[Attribute], name: &str, errors: &mut Errors) -> Vec<Entry> {
    let mut found = Vec::new();
    for attr in attrs.iter().filter(|attr| attr.path().is_ident(name)) {
        match attr.meta.require_list() {
            Ok(list) => found.extend(attr::entries(list.tokens.clone(), errors)),
            Err(error) => errors.push(error),
        }
    }
    found
}

fn with_name(attrs: &[Attribute], name: &str) -> Vec<Attribute> {
    attrs.iter().filter(|attr| attr.path().is_ident(name)).cloned().collect()
}
