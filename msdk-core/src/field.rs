//! Descriptions of fields: one source for what is enforced, documented and mocked.

use std::marker::PhantomData;

use crate::{
    Decode, Encode,
    encode::{Items, Measure, Number, Object, Text},
};

/// The description of one field of a body or of an answer.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Field {
    /// The key on the wire; empty for a flattened object, whose own fields stand in its place.
    pub name: &'static str,
    /// The doc comment of the declaration.
    pub docs: &'static str,
    /// The JSON type.
    pub shape: Shape,
    /// Whether the field is always there.
    pub required: bool,
    /// What the field is a part of.
    pub part: Part,
    /// What its value may be.
    pub limits: Limits,
}

/// The JSON type of a value.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Shape {
    /// A string.
    Text,
    /// An integer.
    Int,
    /// Any number.
    Number,
    /// `true` or `false`.
    Bool,
    /// A yes or no in an answer, which the vendor writes as 0 or 1, with or without quotes.
    Flag,
    /// An array.
    List(&'static Shape),
    /// An object.
    Object(&'static [Field]),
    /// Not described.
    Any,
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
}

/// Limits of a value, as inclusive pairs of the smallest and the largest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Limits {
    /// The length of a text in bytes of UTF-8.
    pub bytes: Option<(u32, u32)>,
    /// The number of items of a list.
    pub items: Option<(u32, u32)>,
    /// The range of an integer.
    pub range: Option<(i64, i64)>,
}

impl Limits {
    /// No limits.
    pub const NONE: Self = Self { bytes: None, items: None, range: None };

    /// Returns these limits with a number of items.
    #[must_use]
    pub const fn with_items(self, low: u32, high: u32) -> Self {
        Self { items: Some((low, high)), ..self }
    }

    /// Returns these limits with a range.
    #[must_use]
    pub const fn with_range(self, low: i64, high: i64) -> Self {
        Self { range: Some((low, high)), ..self }
    }

    /// Says which limit a value breaks, if any.
    pub fn broken_by(&self, value: Measure<'_>) -> Option<String> {
        match value {
            Measure::Text(text) => check_count(self.bytes, text.len(), "byte", " of UTF-8"),
            Measure::Items(count) => check_count(self.items, count, "item", ""),
            Measure::Int(int) => match self.range {
                Some((low, high)) if int < low.into() || int > high.into() => {
                    Some(format!("must be {low} to {high}, is {int}"))
                }
                _ => None,
            },
            Measure::Opaque => None,
        }
    }
}

fn check_count(limit: Option<(u32, u32)>, count: usize, unit: &str, of: &str) -> Option<String> {
    let (low, high) = limit?;
    if usize::try_from(low).is_ok_and(|low| count >= low) && usize::try_from(high).is_ok_and(|high| count <= high) {
        return None;
    }
    let plural = |count: u32| if count == 1 { unit.to_owned() } else { format!("{unit}s") };
    let rule = match (low, high) {
        (low, high) if low == high => format!("exactly {low} {}", plural(low)),
        (0, high) => format!("at most {high} {}", plural(high)),
        (low, u32::MAX) => format!("at least {low} {}", plural(low)),
        (low, high) => format!("{low} to {high} {}", plural(high)),
    };
    Some(format!("must have {rule}{of}, has {count}"))
}

/// A [`Field`] under construction, which knows the Rust type so that a rule which does not fit it is a compile error.
#[doc(hidden)]
pub struct FieldBuilder<T: ?Sized> {
    field: Field,
    of: PhantomData<fn(&T)>,
}

#[doc(hidden)]
impl Field {
    #[must_use]
    pub const fn request<T: Encode + ?Sized>(name: &'static str) -> FieldBuilder<T> {
        Self::identity::<T>(name, Part::Body)
    }

    #[must_use]
    pub const fn identity<T: Encode + ?Sized>(name: &'static str, part: Part) -> FieldBuilder<T> {
        let required = !T::OPTIONAL;
        let field = Self { name, docs: "", shape: T::SHAPE, required, part, limits: T::LIMITS };
        FieldBuilder { field, of: PhantomData }
    }

    #[must_use]
    pub const fn flattened<T: Object>() -> FieldBuilder<T> {
        let shape = Shape::Object(T::FIELDS);
        let field = Self { name: "", docs: "", shape, required: true, part: Part::Flattened, limits: Limits::NONE };
        FieldBuilder { field, of: PhantomData }
    }

    #[must_use]
    pub const fn flattened_reply<T: Decode>() -> FieldBuilder<T> {
        let field =
            Self { name: "", docs: "", shape: T::SHAPE, required: true, part: Part::Flattened, limits: Limits::NONE };
        FieldBuilder { field, of: PhantomData }
    }

    #[must_use]
    pub const fn reply<T: Decode>(name: &'static str) -> FieldBuilder<T> {
        let field =
            Self { name, docs: "", shape: T::SHAPE, required: !T::OPTIONAL, part: Part::Body, limits: Limits::NONE };
        FieldBuilder { field, of: PhantomData }
    }
}

#[doc(hidden)]
impl<T: ?Sized> FieldBuilder<T> {
    #[must_use]
    pub const fn docs(mut self, docs: &'static str) -> Self {
        self.field.docs = docs;
        self
    }

    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.field.required = false;
        self
    }

    #[must_use]
    pub const fn bytes(mut self, low: u32, high: u32) -> Self
    where
        T: Text,
    {
        self.field.limits.bytes = Some((low, high));
        self
    }

    #[must_use]
    pub const fn items(mut self, low: u32, high: u32) -> Self
    where
        T: Items,
    {
        self.field.limits.items = Some((low, high));
        self
    }

    #[must_use]
    pub const fn range(mut self, low: i64, high: i64) -> Self
    where
        T: Number,
    {
        self.field.limits.range = Some((low, high));
        self
    }

    #[must_use]
    pub const fn done(self) -> Field {
        self.field
    }
}
