//! Typed values to the JSON of a body.

mod encoder;
mod values;

use crate::{Field, Limits, Shape};

pub(crate) use encoder::Caller;
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
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent in a body",
    label = "not a value that a body can hold",
    note = "for a struct of your own, put `#[msdk_object]` above it; for another type, implement `msdk::Encode`"
)]
pub trait Encode {
    /// The JSON type.
    const SHAPE: Shape;

    /// The limits of every value of this type.
    const LIMITS: Limits = Limits::NONE;

    /// Whether a value may be absent, so that its field is not required.
    const OPTIONAL: bool = false;

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
    message = "`{Self}` is not an object that a body can hold",
    note = "put `#[msdk_object]` above the struct"
)]
pub trait Object {
    /// The fields, in the order they are written.
    const FIELDS: &'static [Field];

    /// Writes the fields and checks their rules.
    fn encode_fields(&self, body: &mut Encoder<'_>);
}

/// A type that a length in bytes can be asked of.
#[diagnostic::on_unimplemented(message = "`bytes` limits a text, and `{Self}` is none", label = "not a text")]
pub trait Text {}

/// A type that a number of items can be asked of.
#[diagnostic::on_unimplemented(message = "`items` limits a list, and `{Self}` is none", label = "not a list")]
pub trait Items {}

/// A type that a range can be asked of.
#[diagnostic::on_unimplemented(message = "`range` limits an integer, and `{Self}` is none", label = "not an integer")]
pub trait Number {}
