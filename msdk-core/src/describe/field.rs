//! Descriptions of fields: one source for what is enforced, documented and mocked.

mod breach;
mod described;
mod limits;
mod shape;

pub(crate) use breach::Breach;
pub use described::{Described, TypeInfo, Undescribed};
pub(crate) use described::{shape_read, shape_sent};
pub use limits::{Limit, Limits, OfItems, OfNumber, OfText};
pub(crate) use shape::JsonType;
pub use shape::{Bit, Shape, are_told_apart};

use crate::describe::FixedValue;

/// The description of one field of a body or of an answer.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Field {
    /// The key on the wire; empty for a flattened object, whose own fields stand in its place.
    pub name: &'static str,
    /// Other keys under which an answer may have the value.
    pub aliases: &'static [&'static str],
    /// The doc comment of the declaration.
    pub docs: &'static str,
    /// The JSON type.
    pub shape: Shape,
    /// Whether the field is always there.
    pub required: bool,
    /// What the field is a part of.
    pub part: Part,
    /// Where a field of a request goes.
    pub place: Place,
    /// What its value may be.
    pub limits: Limits,
    /// What is sent where the value is absent.
    pub default: Option<FixedValue>,
    /// Whether its value must not be printed.
    pub secret: bool,
    /// Whether a list is sent as one parameter of the query for each item.
    pub repeated: bool,
}

/// Where a field of a request goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    /// The body, or the query of an endpoint without a body.
    Usual,
    /// The query, whatever the method is.
    Query,
    /// A header, whose name is that of the field.
    Header,
    /// The segment of the path that has the name of the field in braces.
    Path,
}

/// What a field is a part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Part {
    /// The body or the answer, as one key.
    Body,
    /// The body, as the keys of the object that the field holds.
    Flattened,
    /// The identity: the app id, which must be the client's.
    AppId,
    /// The identity: the openid, which must be the session's.
    OpenId,
    /// The identity: the access token, which must be the session's.
    Token,
    /// The app key, which must be the client's.
    AppKey,
}

#[doc(hidden)]
impl Field {
    #[must_use]
    pub const fn new(name: &'static str, of: TypeInfo) -> Self {
        assert!(is_plain(name), "the name of a field has no quotes, backslashes and control characters");
        Self {
            name,
            aliases: &[],
            docs: "",
            shape: of.shape,
            required: !of.optional,
            part: Part::Body,
            place: Place::Usual,
            limits: of.limits,
            default: None,
            secret: of.secret,
            repeated: false,
        }
    }

    #[must_use]
    pub const fn aliases(self, aliases: &'static [&'static str]) -> Self {
        Self { aliases, ..self }
    }

    #[must_use]
    pub const fn docs(self, docs: &'static str) -> Self {
        Self { docs, ..self }
    }

    #[must_use]
    pub const fn part(self, part: Part) -> Self {
        Self { part, ..self }
    }

    #[must_use]
    pub const fn place(self, place: Place) -> Self {
        Self { place, ..self }
    }

    #[must_use]
    pub const fn limit(self, limit: Limit) -> Self {
        Self { limits: self.limits.with(limit), ..self }
    }

    #[must_use]
    pub const fn optional(self) -> Self {
        Self { required: false, ..self }
    }

    #[must_use]
    pub const fn default_int(self, value: i64) -> Self {
        Self { default: Some(FixedValue::Int(value)), required: true, ..self }
    }

    #[must_use]
    pub const fn default_text(self, value: &'static str) -> Self {
        Self { default: Some(FixedValue::Text(value)), required: true, ..self }
    }

    #[must_use]
    pub const fn joined(self, separator: &'static str) -> Self {
        Self { shape: Shape::JoinedText(separator), ..self }
    }

    #[must_use]
    pub const fn json_text(self) -> Self {
        Self { shape: Shape::JsonText, ..self }
    }

    #[must_use]
    pub const fn secret(self) -> Self {
        Self { secret: true, ..self }
    }

    #[must_use]
    pub const fn repeated(self) -> Self {
        Self { repeated: true, ..self }
    }
}

/// Whether JSON escapes nothing in a key.
const fn is_plain(name: &str) -> bool {
    let mut rest = name.as_bytes();
    while let [first, behind @ ..] = rest {
        if *first < b' ' || *first == b'"' || *first == b'\\' {
            return false;
        }
        rest = behind;
    }
    true
}
