//! What is known of an endpoint without a call.

use std::{fmt, time::Duration};

use crate::{
    client::Platform,
    describe::{Field, Shape},
    error::Code,
    wire::Codec,
};

/// The description of one endpoint, as its declaration gives it.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Metadata {
    /// The vendor's name of the endpoint and the name of the generated function, such as `verify_login`.
    pub name: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path as the vendor's document has it, trailing slash included. A segment in braces, `{id}`, is the value of the
    /// field with that name.
    pub path: &'static str,
    /// The doc comment of the declaration.
    pub docs: &'static str,
    /// The platform whose players and account it is called for; none where any will do.
    pub platform: Option<Platform>,
    /// How the session enters the body.
    pub identity: Identity,
    /// The constants of the body, or of the query of an endpoint without a body.
    pub fixed: &'static [Fixed],
    /// The constants of the query besides.
    pub query: &'static [Fixed],
    /// The constant headers.
    pub headers: &'static [Fixed],
    /// The fields, in the order they are sent: of the body, unless they say another [place](Field::place).
    pub fields: &'static [Field],
    /// The fields of the answer besides the envelope's.
    pub reply: Shape,
    /// Whether a repeated call does no harm.
    pub idempotent: bool,
    /// The time a call may take in all, where it differs from the client's.
    pub timeout: Option<Duration>,
    /// The time each attempt of a call may take, where it differs from the client's.
    pub attempt_timeout: Option<Duration>,
    /// The code of a refusal that says that there is nothing left to do, so that it is a success after an attempt whose
    /// outcome is unknown.
    pub done_code: Option<i64>,
    /// The codes that the declaration explains; they come before the platform's.
    pub codes: &'static [Code],
    /// Whether the query may carry `opua`, the terminal that the game's client reported.
    pub opua: bool,
    /// The endpoint that replaces this one, where the vendor has replaced it.
    pub replaced_by: Option<&'static str>,
    /// The list that a call in chunks splits.
    pub chunked: Option<&'static str>,
    /// Whether the vendor's document offers the endpoint for joint debugging only.
    pub unreleased: bool,
    /// What turns bodies into what is sent and answers back, where they are not JSON.
    pub codec: Option<&'static dyn Codec>,
    /// Whether values of fields stand in the path.
    pub(crate) has_path_values: bool,
}

/// Two descriptions are equal if all they say is; codecs, if they are the same one.
impl PartialEq for Metadata {
    fn eq(&self, other: &Self) -> bool {
        let said = |of: &Self| {
            let Self { name, method, path, docs, platform, identity, fixed, query, headers, fields, reply, .. } = *of;
            let Self { idempotent, timeout, attempt_timeout, done_code, codes, opua, replaced_by, .. } = *of;
            let Self { chunked, unreleased, codec: _, has_path_values, .. } = *of;
            let first = (name, method, path, docs, platform, identity, fixed, query, headers, fields, reply);
            let second = (idempotent, timeout, attempt_timeout, done_code, codes, opua, replaced_by);
            (first, second, (chunked, unreleased, has_path_values))
        };
        let same_codec = match (self.codec, other.codec) {
            (Some(codec), Some(other)) => std::ptr::addr_eq(codec, other),
            (codec, other) => codec.is_none() && other.is_none(),
        };
        same_codec && said(self) == said(other)
    }
}

impl Metadata {
    /// Starts the description of an endpoint without a body.
    #[doc(hidden)]
    #[must_use]
    pub const fn get(name: &'static str, path: &'static str) -> Self {
        Self::new(name, Method::GET, path)
    }

    /// Starts the description of an endpoint with a body.
    #[doc(hidden)]
    #[must_use]
    pub const fn post(name: &'static str, path: &'static str) -> Self {
        Self::new(name, Method::POST, path)
    }

    /// Starts with the commonest values.
    const fn new(name: &'static str, method: Method, path: &'static str) -> Self {
        Self {
            name,
            method,
            path,
            docs: "",
            platform: None,
            identity: Identity {
                appid: &["appid"],
                appid_shape: Shape::Text,
                openid: &["openid"],
                token: &["accessToken"],
                app_key: &[],
            },
            fixed: &[],
            query: &[],
            headers: &[],
            fields: &[],
            reply: Shape::Any,
            idempotent: false,
            timeout: None,
            attempt_timeout: None,
            done_code: None,
            codes: &[],
            opua: false,
            replaced_by: None,
            chunked: None,
            unreleased: false,
            codec: None,
            has_path_values: has_braces(path),
        }
    }

    /// Returns the first line of [`docs`](Self::docs), by convention one sentence.
    pub fn summary(&self) -> &'static str {
        self.docs.lines().next().unwrap_or_default()
    }
}

#[doc(hidden)]
impl Metadata {
    #[must_use]
    pub const fn docs(self, docs: &'static str) -> Self {
        Self { docs, ..self }
    }

    #[must_use]
    pub const fn appid(self, shape: Shape, names: &'static [&'static str]) -> Self {
        Self { identity: Identity { appid: names, appid_shape: shape, ..self.identity }, ..self }
    }

    #[must_use]
    pub const fn openid(self, names: &'static [&'static str]) -> Self {
        Self { identity: Identity { openid: names, ..self.identity }, ..self }
    }

    #[must_use]
    pub const fn app_key(self, names: &'static [&'static str]) -> Self {
        Self { identity: Identity { app_key: names, ..self.identity }, ..self }
    }

    #[must_use]
    pub const fn replaced_by(self, endpoint: &'static str) -> Self {
        Self { replaced_by: Some(endpoint), ..self }
    }

    #[must_use]
    pub const fn chunked(self, field: &'static str) -> Self {
        Self { chunked: Some(field), ..self }
    }

    #[must_use]
    pub const fn token(self, names: &'static [&'static str]) -> Self {
        Self { identity: Identity { token: names, ..self.identity }, ..self }
    }

    #[must_use]
    pub const fn fixed(self, fixed: &'static [Fixed]) -> Self {
        Self { fixed, ..self }
    }

    #[must_use]
    pub const fn query(self, query: &'static [Fixed]) -> Self {
        Self { query, ..self }
    }

    #[must_use]
    pub const fn headers(self, headers: &'static [Fixed]) -> Self {
        Self { headers, ..self }
    }

    #[must_use]
    pub const fn fields(self, fields: &'static [Field]) -> Self {
        Self { fields, ..self }
    }

    #[must_use]
    pub const fn reply(self, reply: Shape) -> Self {
        Self { reply, ..self }
    }

    #[must_use]
    pub const fn idempotent(self) -> Self {
        Self { idempotent: true, ..self }
    }

    #[must_use]
    pub const fn timeout_ms(self, milliseconds: u64) -> Self {
        Self { timeout: Some(Duration::from_millis(milliseconds)), ..self }
    }

    #[must_use]
    pub const fn attempt_timeout_ms(self, milliseconds: u64) -> Self {
        Self { attempt_timeout: Some(Duration::from_millis(milliseconds)), ..self }
    }

    #[must_use]
    pub const fn done_code(self, code: i64) -> Self {
        Self { done_code: Some(code), ..self }
    }

    #[must_use]
    pub const fn codes(self, codes: &'static [Code]) -> Self {
        Self { codes, ..self }
    }

    #[must_use]
    pub const fn opua(self) -> Self {
        Self { opua: true, ..self }
    }

    #[must_use]
    pub const fn platform(self, platform: Platform) -> Self {
        Self { platform: Some(platform), ..self }
    }

    #[must_use]
    pub const fn codec(self, codec: &'static dyn Codec) -> Self {
        Self { codec: Some(codec), ..self }
    }

    #[must_use]
    pub const fn unreleased(self) -> Self {
        Self { unreleased: true, ..self }
    }
}

const fn has_braces(path: &str) -> bool {
    let mut rest = path.as_bytes();
    while let [first, behind @ ..] = rest {
        if *first == b'{' {
            return true;
        }
        rest = behind;
    }
    false
}

/// The HTTP method of an endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Method {
    /// Fields travel in a JSON body.
    POST,
    /// Fields travel in the query; there is no body.
    GET,
}

/// What the client itself writes into every query.
pub(crate) const QUERY_NAMES: &[&str] =
    &["timestamp", "appid", "sig", "openid", "encode", "conn", "msdkExtInfo", "opua"];

impl Method {
    /// Returns the name as it is sent.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::GET => "GET",
            Self::POST => "POST",
        }
    }
}

impl From<Method> for http::Method {
    fn from(method: Method) -> Self {
        match method {
            Method::POST => Self::POST,
            Method::GET => Self::GET,
        }
    }
}

/// How the identity of a call enters the body: the wire names of each part, none where the endpoint leaves it out
/// or a field of its own sends it.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Identity {
    /// The names of the app id.
    pub appid: &'static [&'static str],
    /// The JSON type of the app id, [`Shape::Int`] or [`Shape::Text`].
    pub appid_shape: Shape,
    /// The names of the player's openid.
    pub openid: &'static [&'static str],
    /// The names of the player's access token.
    pub token: &'static [&'static str],
    /// The names of the app key itself, which some gateways want in the body.
    pub app_key: &'static [&'static str],
}

/// A constant of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fixed {
    /// The wire name.
    pub name: &'static str,
    /// The value.
    pub value: FixedValue,
}

#[doc(hidden)]
impl Fixed {
    #[must_use]
    pub const fn int(name: &'static str, value: i64) -> Self {
        Self { name, value: FixedValue::Int(value) }
    }

    #[must_use]
    pub const fn text(name: &'static str, value: &'static str) -> Self {
        Self { name, value: FixedValue::Text(value) }
    }
}

/// The value of a constant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FixedValue {
    /// A JSON int.
    Int(i64),
    /// A JSON string.
    Text(&'static str),
}

/// As JSON.
impl fmt::Display for FixedValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(value) => write!(f, "{value}"),
            Self::Text(value) => write!(f, "{value:?}"),
        }
    }
}
