//! What a declaration means. A value of these types is a valid declaration.

use proc_macro2::{Span, TokenStream};
use syn::{Generics, Ident, LitStr, Path, Type, Visibility};

use crate::{
    input::{Printing, RawBody, RawField, RawItem},
    keys::Kind,
    root::Root,
};

/// A valid item of any kind. One exists at a time, so its size does not matter.
#[expect(clippy::large_enum_variant, reason = "boxing the one model that a macro call makes saves nothing")]
pub(crate) enum Model<'a> {
    Endpoint(EndpointModel<'a>),
    Object(ObjectModel<'a>),
    Reply(ReplyModel<'a>),
    Untagged(UntaggedModel<'a>),
}

/// `#[msdk_endpoint]`
pub(crate) struct EndpointModel<'a> {
    pub(crate) item: Item<'a>,
    /// What is generated beside the item repeats from it.
    pub(crate) raw: &'a RawItem,
    pub(crate) path: LitStr,
    pub(crate) method: Ident,
    /// The name of the endpoint, and of the generated function if there is one.
    pub(crate) name: Ident,
    pub(crate) has_function: bool,
    pub(crate) reply: TokenStream,
    /// Whether the attribute names the reply, and not as `()`.
    pub(crate) states_reply: bool,
    /// The variant of `Platform` whose players it is for.
    pub(crate) platform: Option<Ident>,
    pub(crate) identity: IdentityModel,
    pub(crate) fixed: Vec<Fixed>,
    /// The constants of the query.
    pub(crate) query: Vec<Fixed>,
    /// The names and values of constant headers.
    pub(crate) headers: Vec<(LitStr, LitStr)>,
    pub(crate) idempotent: bool,
    pub(crate) timeout_ms: Option<u64>,
    pub(crate) attempt_timeout_ms: Option<u64>,
    pub(crate) codes: Vec<CodeModel>,
    /// The code that says that there is nothing left to do.
    pub(crate) done: Option<i64>,
    pub(crate) opua: bool,
    pub(crate) unreleased: bool,
    pub(crate) replaced_by: Option<LitStr>,
    pub(crate) fields: Vec<FieldModel<'a>>,
    /// The constant that turns bodies into what is sent.
    pub(crate) codec: Option<Path>,
    pub(crate) check: Option<Path>,
}

/// `#[msdk_object]`
pub(crate) struct ObjectModel<'a> {
    pub(crate) item: Item<'a>,
    /// The constants of every value, whichever variant it is.
    pub(crate) fixed: Vec<Fixed>,
    pub(crate) body: ObjectBody<'a>,
    pub(crate) check: Option<Path>,
}

/// The keys of an object.
pub(crate) enum ObjectBody<'a> {
    Struct(Vec<FieldModel<'a>>),
    Enum(Vec<VariantModel<'a>>),
}

/// The keys of an object of one kind.
pub(crate) struct VariantModel<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) fixed: Vec<Fixed>,
    pub(crate) fields: Vec<FieldModel<'a>>,
}

/// `#[msdk_reply]`
pub(crate) struct ReplyModel<'a> {
    pub(crate) item: Item<'a>,
    /// Whether the replies to several chunks become one.
    pub(crate) merge: bool,
    pub(crate) fields: Vec<ReplyField<'a>>,
}

/// `#[msdk_object(untagged)]` or `#[msdk_reply(untagged)]`
pub(crate) struct UntaggedModel<'a> {
    pub(crate) item: Item<'a>,
    pub(crate) kind: Kind,
    pub(crate) alternatives: Vec<Alternative<'a>>,
}

/// A variant with one value, which has no key.
pub(crate) struct Alternative<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) field: FieldModel<'a>,
}

/// What every expansion needs of the item.
pub(crate) struct Item<'a> {
    pub(crate) root: &'a Root,
    pub(crate) ident: &'a Ident,
    pub(crate) vis: &'a Visibility,
    pub(crate) generics: &'a Generics,
    /// Whether the item or one of its fields is deprecated, which must not be held against generated code.
    pub(crate) deprecated: bool,
    pub(crate) printing: Printing,
}

impl<'a> Item<'a> {
    pub(crate) fn of(raw: &'a RawItem) -> Self {
        let fields = if let RawBody::Named(fields) = &raw.body { fields.as_slice() } else { &[] };
        let deprecated = raw.deprecated.is_some() || fields.iter().any(|field| field.deprecated);
        let RawItem { root, ident, vis, generics, printing, .. } = raw;
        Self { root, ident, vis, generics, deprecated, printing: *printing }
    }
}

/// How the session enters the body. A part that a field has taken over is absent here.
pub(crate) struct IdentityModel {
    pub(crate) appid: Vec<String>,
    pub(crate) appid_is_int: bool,
    pub(crate) openid: Vec<String>,
    pub(crate) token: Vec<String>,
    pub(crate) app_key: Vec<String>,
}

impl IdentityModel {
    /// The keys that the core writes.
    pub(crate) fn names(&self) -> impl Iterator<Item = &String> {
        [&self.appid, &self.openid, &self.token, &self.app_key].into_iter().flatten()
    }
}

/// A constant of the body.
pub(crate) struct Fixed {
    pub(crate) name: Ident,
    pub(crate) value: FixedValue,
}

#[derive(Clone)]
pub(crate) enum FixedValue {
    Int(i64),
    Text(LitStr),
}

impl FixedValue {
    /// Whether two constants are the same on the wire.
    pub(crate) fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Int(this), Self::Int(other)) => this == other,
            (Self::Text(this), Self::Text(other)) => this.value() == other.value(),
            _ => false,
        }
    }
}

/// A code that the declaration explains.
pub(crate) struct CodeModel {
    pub(crate) code: i64,
    /// One of [`keys::ADVICE`](crate::keys::ADVICE).
    pub(crate) advice: Ident,
    pub(crate) meaning: LitStr,
    pub(crate) remedy: Option<LitStr>,
}

/// A field of a request.
pub(crate) struct FieldModel<'a> {
    pub(crate) raw: &'a RawField,
    pub(crate) wire_name: String,
    pub(crate) part: Part,
    pub(crate) place: Place,
    pub(crate) rules: Vec<Rule>,
    pub(crate) style: Style,
    pub(crate) default: Option<FixedValue>,
    pub(crate) secret: bool,
    /// Whether `Debug` leaves the value out; a token that a struct spells out is not declared to be a secret.
    pub(crate) redacted: bool,
    pub(crate) repeat: bool,
    /// Whether serde writes the value.
    pub(crate) by_serde: bool,
    /// The word that makes the field the list of a call in chunks.
    pub(crate) chunk: Option<Ident>,
}

impl<'a> FieldModel<'a> {
    /// A word of the field, to blame it.
    pub(crate) fn word(&self, key: &str) -> Option<&'a Ident> {
        self.raw.words.iter().find(|entry| entry.key == key).map(|entry| &entry.key)
    }
}

/// Where a field goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// The body, or the query of an endpoint without one.
    Usual,
    Query,
    Header,
    Path,
}

/// How a value becomes JSON.
pub(crate) enum Style {
    Plain,
    /// A list in one string.
    Joined(LitStr),
    /// JSON in a string.
    Json,
    /// Numbers, each in a string.
    Quoted,
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

/// A limit, with the word that states it.
pub(crate) struct Rule {
    pub(crate) word: Ident,
    pub(crate) limit: Limit,
}

pub(crate) enum Limit {
    /// `bytes`, `chars`, `items` or `range`, both ends included.
    Range {
        low: i64,
        high: i64,
    },
    OneOf(Vec<FixedValue>),
}

/// A field of a reply.
pub(crate) struct ReplyField<'a> {
    pub(crate) raw: &'a RawField,
    pub(crate) wire_name: String,
    /// Other keys under which an answer may have it.
    pub(crate) aliases: Vec<String>,
    pub(crate) presence: Presence,
    pub(crate) secret: bool,
    /// Whether the first of several chunks decides.
    pub(crate) keep: bool,
    /// Whether serde reads the value.
    pub(crate) by_serde: bool,
}

/// How a field stands in a reply.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    /// As its type says, but that an empty text counts as absent.
    Filled,
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
    match name.as_str() {
        // The keywords that have no raw form.
        "self" | "super" | "crate" => Ident::new(&format!("{name}_"), span),
        name if syn::parse_str::<Ident>(name).is_ok() => Ident::new(name, span),
        name => Ident::new_raw(name, span),
    }
}

/// A name as it stands on the wire, without the mark of a raw identifier.
pub(crate) fn wire_text(name: &Ident) -> String {
    use syn::ext::IdentExt;
    name.unraw().to_string()
}
