//! Typed values to the JSON of a body.

mod blamed;
mod encoder;
mod values;

use crate::{Field, Limits, Shape};

pub use blamed::{FlattenedValue, IntegerValue, ListValue, TextValue};
pub(crate) use encoder::{Caller, Encoded};
pub use encoder::{Encoder, Report};

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
/// impl msdk::Encode for Zone {
///     const SHAPE: msdk::Shape = msdk::Shape::Text;
///
///     fn encode(&self, out: &mut msdk::Encoder<'_>) {
///         out.text(&self.0.unwrap_or(0).to_string());
///     }
/// }
/// ```
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
}

/// A type that a field can have: whatever is [`Encode`]. It exists for its message, which the many implementations of
/// [`Encode`] would drown.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent",
    label = "not a value that a request can hold",
    note = "put `#[msdk_object]` above a struct of your own; a request holds texts, numbers, `bool`, `Option`, `Vec` \
            and slices besides; for any other type, implement `msdk::Encode`, and bound a type parameter by it"
)]
pub trait RequestValue: Encode {}

#[diagnostic::do_not_recommend]
impl<T: Encode + ?Sized> RequestValue for T {}

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
pub trait Object {
    /// The fields, in the order they are written.
    const FIELDS: &'static [Field];

    /// Writes the fields and checks their rules.
    fn encode_fields(&self, body: &mut Encoder<'_>);
}

/// A list that can be sent in parts: `Vec`, slices and `Cow` of them.
#[diagnostic::on_unimplemented(message = "`{Self}` cannot be sent in chunks", label = "not a `Vec` or a slice")]
pub trait Chunk {
    /// The type of an item.
    type Item: Encode;

    /// Returns the items.
    fn as_items(&self) -> &[Self::Item];
}

/// A type that `bytes`, `chars` and a `one_of` of strings can limit.
pub trait Text {}

/// A type that `items` can limit.
pub trait Items {}

/// A type that `range` and a `one_of` of integers can limit.
pub trait Number {}
