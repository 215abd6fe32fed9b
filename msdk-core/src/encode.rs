//! Typed values to the JSON of a body.

mod boxed;
mod by_serde;
mod encoder;
mod key;
mod maps;
pub(crate) mod plain_bytes;
mod values;

use crate::describe::{
    Field, Limits, Shape,
    field::{OfItems, OfNumber, OfText},
};

pub use by_serde::BySerde;
pub(crate) use encoder::{Caller, Elsewhere, Encoded};
pub use encoder::{Encoder, Report};
pub use key::Key;

/// A value that a body can hold.
///
/// Numbers become JSON numbers, texts become strings, lists become arrays, and `None` leaves its field out.
///
/// For a struct, put `#[msdk_object]` above it. For anything else, write the one method:
///
/// ```
/// # extern crate msdk_core as msdk;
/// /// A zone of the game, `"0"` on the wire where there is none.
/// struct Zone(Option<u32>);
///
/// impl msdk::declare::Encode for Zone {
///     const SHAPE: msdk::metadata::Shape = msdk::metadata::Shape::Text;
///
///     fn encode(&self, out: &mut msdk::declare::Encoder<'_>) {
///         out.text(&self.0.unwrap_or(0).to_string());
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent",
    label = "not a value that a request can hold",
    note = "put `#[msdk_object]` above a struct of your own; a request holds texts, numbers, `bool`, `Option`, `Vec`, \
            slices and maps besides, whose keys are `String`, `OpenId`, integers or a `msdk::declare::Key`; for any other type, implement `msdk::declare::Encode`, and bound a type parameter by it"
)]
pub trait Encode {
    /// The JSON type.
    const SHAPE: Shape;

    /// The limits of every value of this type.
    const LIMITS: Limits = Limits::NONE;

    /// Whether a value may be absent, so that its field is not required.
    const OPTIONAL: bool = false;

    /// Whether no value of this type may be printed.
    const SECRET: bool = false;

    /// Whether values are openids, so that the rows of an answer can be held against those that were asked about.
    #[doc(hidden)]
    const IS_OPENID: bool = false;

    /// Writes exactly one JSON value; [`Encoder::reject`] refuses to.
    fn encode(&self, out: &mut Encoder<'_>);

    /// Whether the field is to be left out.
    fn is_absent(&self) -> bool {
        false
    }

    /// What the limits of a field are held against.
    fn measure(&self) -> Measure<'_> {
        Measure::Opaque
    }

    /// Writes the field with this place among the described ones. Generated code calls a method of the trait, since
    /// rustc names a function with a bound, and its place, beside the type that does not meet the bound.
    #[doc(hidden)]
    fn encode_field(&self, body: &mut Encoder<'_>, index: usize) {
        body.at(index, self);
    }

    /// Writes a field with a description of its own.
    #[doc(hidden)]
    fn encode_described(&self, body: &mut Encoder<'_>, field: &'static Field) {
        body.described(field, self);
    }

    /// Writes the value of an untagged variant.
    #[doc(hidden)]
    fn encode_alternative(&self, body: &mut Encoder<'_>, field: &'static Field) {
        body.alternative(field, self);
    }
}

/// The side of a value that limits look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Measure<'a> {
    /// A text.
    Text(&'a str),
    /// A number of items.
    Items(usize),
    /// An integer.
    Int(i128),
    /// Nothing that can be limited.
    Opaque,
}

/// A struct whose fields are keys of a JSON object inside a body. `#[msdk_object]` implements it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an object, so it cannot be flattened",
    label = "has no keys of its own",
    note = "put `#[msdk_object]` above a struct of your own, or remove `flatten`"
)]
pub trait Object {
    /// The fields, in the order they are written.
    const FIELDS: &'static [Field];

    /// Writes the fields and checks their rules.
    fn encode_fields(&self, body: &mut Encoder<'_>);

    /// Writes the fields into the object being written.
    #[doc(hidden)]
    fn encode_flattened(&self, body: &mut Encoder<'_>)
    where
        Self: Sized,
    {
        body.flatten(self);
    }
}

/// A list that can be sent in parts: `Vec`, slices and `Cow` of them.
#[diagnostic::on_unimplemented(message = "`{Self}` cannot be sent in chunks", label = "not a `Vec` or a slice")]
pub trait Chunk {
    /// The type of an item.
    type Item: Encode;

    /// Returns the items.
    fn as_items(&self) -> &[Self::Item];

    /// Writes the part of the list that this request is about.
    #[doc(hidden)]
    fn encode_chunk(&self, body: &mut Encoder<'_>, index: usize) {
        body.chunk_at(index, self);
    }
}

/// A type that `bytes`, `chars` and a `one_of` of strings can limit.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a text; limit an integer by `range` or integers in `one_of`, and a list by `items`",
    label = "the rule limits a text",
    note = "what no word limits, a function can: `check = path::to::function` on the struct"
)]
pub trait TextValue {
    /// The limits of a text.
    #[doc(hidden)]
    const LIMITED: OfText = OfText;
}

/// A type that `items` can limit.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list; limit a text by `bytes` or `chars`, and an integer by `range`",
    label = "the rule limits a list",
    note = "what no word limits, a function can: `check = path::to::function` on the struct"
)]
pub trait ListValue {
    /// The limits of a list.
    #[doc(hidden)]
    const LIMITED: OfItems = OfItems;
}

/// A type that `range` and a `one_of` of integers can limit.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an integer; limit a text by `bytes` or strings in `one_of`, and a list by `items`",
    label = "the rule limits an integer",
    note = "what no word limits, a function can: `check = path::to::function` on the struct"
)]
pub trait NumberValue {
    /// The limits of an integer.
    #[doc(hidden)]
    const LIMITED: OfNumber = OfNumber;
}
