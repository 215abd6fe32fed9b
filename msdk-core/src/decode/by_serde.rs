//! Values that serde reads.

use serde_core::de::DeserializeOwned;

use super::{Decode, DecodeError, Failure, Json, Reader};
use crate::describe::{Field, Shape};

/// A value of a reply's field with `#[msdk(serde)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read by serde",
    label = "does not implement `serde::Deserialize`, or borrows",
    note = "derive `serde::Deserialize` for it, or turn on the `serde` feature of its crate; without the word `serde` it \
            is read as its `msdk::declare::Decode` says"
)]
pub trait FromSerde: Sized {
    /// Reads the value of a field into its place.
    ///
    /// # Errors
    ///
    /// As [`Decode::read_field`].
    fn read_by_serde(reader: &mut Reader<'_>, place: &mut Option<Self>) -> Result<(), Failure>;

    /// Reads the value of a field that may be `null` or an empty string, which leaves none in the place.
    ///
    /// # Errors
    ///
    /// As [`Decode::read_field`].
    fn read_or_none_by_serde(reader: &mut Reader<'_>, place: &mut Option<Option<Self>>) -> Result<(), Failure>;

    /// Returns the value of a field.
    ///
    /// # Errors
    ///
    /// If it is absent.
    fn present_by_serde(place: Option<Self>, fields: &[Field], index: usize) -> Result<Self, Failure>;
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> FromSerde for T {
    fn read_by_serde(reader: &mut Reader<'_>, place: &mut Option<Self>) -> Result<(), Failure> {
        let mut foreign = place.take().map(Foreign);
        let read = Foreign::read_field(reader, &mut foreign);
        *place = foreign.map(Foreign::into_inner);
        read
    }

    fn read_or_none_by_serde(reader: &mut Reader<'_>, place: &mut Option<Option<Self>>) -> Result<(), Failure> {
        let mut foreign = place.take().map(|value| value.map(Foreign));
        let read = Foreign::read_field_or_none(reader, &mut foreign);
        *place = foreign.map(|value| value.map(Foreign::into_inner));
        read
    }

    fn present_by_serde(place: Option<Self>, fields: &[Field], index: usize) -> Result<Self, Failure> {
        Foreign::present(place.map(Foreign), fields, index).map(Foreign::into_inner)
    }
}

/// A value of a type that knows nothing of us.
struct Foreign<T>(T);

impl<T> Foreign<T> {
    fn into_inner(self) -> T {
        self.0
    }
}

impl<T: DeserializeOwned> Decode for Foreign<T> {
    const SHAPE: Shape = Shape::Any;

    /// Reads a value, whose levels have been counted. What serde says may repeat it, so that only its JSON type is told.
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        serde_json::from_str(json.as_str()).map(Self).map_err(|_| json.unexpected("what serde reads as its type"))
    }
}
