//! What a declaration means. A value of these types is a valid declaration.

use proc_macro2::{Span, TokenStream};
use syn::{Generics, Ident, LitInt, LitStr, Path, Type, Visibility};

use crate::{
    input::{RawField, RawItem},
    root::Root,
};

/// A valid item of any kind. One exists at a time, so its size does not matter.
#[expect(clippy::large_enum_variant, reason = "boxing the one model that a macro call makes saves nothing")]
pub(crate) enum Model<'a> {
    Endpoint(EndpointModel<'a>),
    Object(ObjectModel<'a>),
    Reply(ReplyModel<'a>),
}

/// `#[msdk_endpoint]`
pub(crate) struct EndpointModel<'a> {
    pub(crate) item: Item<'a>,
    pub(crate) docs: &'a RawItem,
    pub(crate) path: LitStr,
    pub(crate) method: Ident,
    /// The name of the generated function.
    pub(crate) function: Ident,
    pub(crate) reply: TokenStream,
    pub(crate) identity: IdentityModel,
    pub(crate) fixed: Vec<Fixed>,
    pub(crate) idempotent: bool,
    pub(crate) timeout_ms: Option<u64>,
    pub(crate) opua: bool,
    pub(crate) unreleased: bool,
    pub(crate) fields: Vec<FieldModel<'a>>,
    pub(crate) check: Option<Path>,
}

/// `#[msdk_object]`
pub(crate) struct ObjectModel<'a> {
    pub(crate) item: Item<'a>,
    pub(crate) fields: Vec<FieldModel<'a>>,
    pub(crate) check: Option<Path>,
}

/// `#[msdk_reply]`
pub(crate) struct ReplyModel<'a> {
    pub(crate) item: Item<'a>,
    pub(crate) fields: Vec<ReplyField<'a>>,
}

/// What every expansion needs of the item.
pub(crate) struct Item<'a> {
    pub(crate) root: &'a Root,
    pub(crate) ident: &'a Ident,
    pub(crate) vis: &'a Visibility,
    pub(crate) generics: &'a Generics,
}

impl<'a> Item<'a> {
    pub(crate) const fn of(raw: &'a RawItem) -> Self {
        Self { root: &raw.root, ident: &raw.ident, vis: &raw.vis, generics: &raw.generics }
    }
}

/// How the session enters the body. A part that a field has taken over is absent here.
pub(crate) struct IdentityModel {
    pub(crate) appid: Vec<String>,
    pub(crate) appid_is_int: bool,
    pub(crate) openid: Vec<String>,
    pub(crate) token: Vec<String>,
}

/// A constant of the body.
pub(crate) struct Fixed {
    pub(crate) name: Ident,
    pub(crate) value: FixedValue,
}

pub(crate) enum FixedValue {
    Int(LitInt),
    Text(LitStr),
}

/// A field of a request.
pub(crate) struct FieldModel<'a> {
    pub(crate) raw: &'a RawField,
    pub(crate) wire_name: String,
    pub(crate) part: Part,
    pub(crate) rules: Vec<Rule>,
}

/// What a field is a part of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// The body, as a key of its own.
    Body,
    /// The body, as the keys of the object it holds.
    Flattened,
    /// The identity, where it must agree with the client and the session.
    AppId,
    OpenId,
    Token,
}

/// A limit, as a call on the field's description: `.bytes(0, 45)`.
pub(crate) struct Rule {
    pub(crate) word: Ident,
    pub(crate) low: TokenStream,
    pub(crate) high: TokenStream,
}

/// A field of a reply.
pub(crate) struct ReplyField<'a> {
    pub(crate) raw: &'a RawField,
    pub(crate) wire_name: String,
    pub(crate) presence: Presence,
}

/// How a field stands in a reply.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    /// As its type says.
    ByType,
    /// With its default where it is absent.
    OrDefault,
    /// As the keys of the object it holds.
    Flattened,
}

/// The type that is the reply by convention.
pub(crate) fn conventional_reply(endpoint: &Ident) -> Type {
    let name = Ident::new(&format!("{endpoint}Reply"), endpoint.span());
    syn::parse_quote!(#name)
}

/// The name of the function that an endpoint's struct gives.
pub(crate) fn function_name(endpoint: &Ident) -> Ident {
    use heck::ToSnakeCase;
    use syn::ext::IdentExt;
    let name = endpoint.unraw().to_string().to_snake_case();
    let span: Span = endpoint.span();
    match syn::parse_str::<Ident>(&name) {
        Ok(_) => Ident::new(&name, span),
        Err(_) => Ident::new_raw(&name, span),
    }
}
