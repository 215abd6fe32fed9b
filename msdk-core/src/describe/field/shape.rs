//! The JSON types of values.

use crate::describe::Field;

/// The JSON type of a value.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Shape {
    /// A string.
    Text,
    /// A string that is a list, with this text between its items.
    JoinedText(&'static str),
    /// A string that is a JSON document.
    JsonText,
    /// An integer.
    Int,
    /// Any number.
    Number,
    /// A string that is a number of this type.
    Quoted(&'static Shape),
    /// An integer of which each bit means something.
    Mask(&'static [Bit]),
    /// `true` or `false`.
    Bool,
    /// A yes or no in an answer, which the vendor writes as 0 or 1, with or without quotes.
    Flag,
    /// An array.
    List(&'static Shape),
    /// An object.
    Object(&'static [Field]),
    /// An object whose keys are data, with values of this type.
    Map(&'static Shape),
    /// A value as one of these describes it. They have no key, and their names are those of the variants.
    AnyOf(&'static [Field]),
    /// What [`resolved`](Self::resolved) returns; so it is with values that may hold others of their own type.
    Lazy(fn() -> Shape),
    /// Not described.
    Any,
}

/// One bit of a mask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Bit {
    /// The name in the program.
    pub name: &'static str,
    /// The value, in which one bit is set or several are.
    pub value: u64,
}

impl Bit {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(name: &'static str, value: u64) -> Self {
        Self { name, value }
    }
}

/// What JSON tells of a value by its first character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum JsonType {
    String,
    Number,
    Bool,
    Array,
    Object,
    /// `null`, or no JSON.
    Other,
}

/// Shapes that are lazy are equal if one function gives both.
impl PartialEq for Shape {
    fn eq(&self, other: &Self) -> bool {
        match (*self, *other) {
            (Self::Lazy(one), Self::Lazy(other)) => std::ptr::fn_addr_eq(one, other),
            (Self::List(one), Self::List(other))
            | (Self::Map(one), Self::Map(other))
            | (Self::Quoted(one), Self::Quoted(other)) => one == other,
            (Self::Object(one), Self::Object(other)) | (Self::AnyOf(one), Self::AnyOf(other)) => one == other,
            (Self::Mask(one), Self::Mask(other)) => one == other,
            (Self::JoinedText(one), Self::JoinedText(other)) => one == other,
            (one, other) => std::mem::discriminant(&one) == std::mem::discriminant(&other),
        }
    }
}

impl Shape {
    /// Returns the shape that a [`Lazy`](Self::Lazy) one stands for, and every other one as it is.
    #[must_use]
    pub fn resolved(self) -> Self {
        let mut shape = self;
        while let Self::Lazy(of) = shape {
            shape = of();
        }
        shape
    }

    /// Whether a value has keys.
    pub(crate) const fn is_keyed(self) -> bool {
        matches!(self, Self::Object(_) | Self::Map(_))
    }

    /// How values are written, if that is one way and known without a call.
    const fn json_type(self) -> Option<JsonType> {
        match self {
            Self::Text | Self::JoinedText(_) | Self::JsonText | Self::Quoted(_) => Some(JsonType::String),
            Self::Int | Self::Number | Self::Mask(_) | Self::Flag => Some(JsonType::Number),
            Self::Bool => Some(JsonType::Bool),
            Self::List(_) => Some(JsonType::Array),
            Self::Object(_) | Self::Map(_) => Some(JsonType::Object),
            Self::AnyOf(_) | Self::Lazy(_) | Self::Any => None,
        }
    }

    /// Whether values are written as this type.
    pub(crate) fn is_written_as(self, written: JsonType) -> bool {
        match self.resolved() {
            Self::AnyOf(alternatives) => alternatives.iter().any(|field| field.shape.is_written_as(written)),
            shape => shape.json_type() == Some(written),
        }
    }

    /// Whether values are read from this type too, as numbers are from strings.
    pub(crate) fn is_read_from(self, written: JsonType) -> bool {
        match (self.resolved(), written) {
            (Self::Int | Self::Number | Self::Mask(_) | Self::Flag, JsonType::String)
            | (Self::Text | Self::Quoted(_), JsonType::Number)
            | (Self::Flag, JsonType::Bool)
            | (Self::Any, _) => true,
            (Self::AnyOf(alternatives), _) => alternatives.iter().any(|field| field.shape.is_read_from(written)),
            _ => false,
        }
    }
}

/// Whether no two alternatives of a shape are written as the same JSON type.
#[must_use]
pub const fn are_told_apart(shape: Shape) -> bool {
    let Shape::AnyOf(alternatives) = shape else { return true };
    let mut seen = [false; 5];
    let mut rest = alternatives;
    while let [first, others @ ..] = rest {
        rest = others;
        let place = match first.shape.json_type() {
            Some(JsonType::String) => &mut seen[0],
            Some(JsonType::Number) => &mut seen[1],
            Some(JsonType::Bool) => &mut seen[2],
            Some(JsonType::Array) => &mut seen[3],
            Some(JsonType::Object) => &mut seen[4],
            Some(JsonType::Other) | None => continue,
        };
        if *place {
            return false;
        }
        *place = true;
    }
    true
}
