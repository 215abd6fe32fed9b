//! Types that are read where the reader stands, without a second look at the value.

use super::{Decode, DecodeError, Failure, Json, Reader};
use crate::describe::{Field, Shape};

/// [`Decode::decode`] of such a type.
///
/// # Errors
///
/// If the JSON is not what the type stands for.
pub fn decode<T: Decode>(json: Json<'_>) -> Result<T, DecodeError> {
    Ok(T::read(&mut Reader::new(json.as_str()))?)
}

/// [`Decode::read_option`] of such a type, for which `null` and an empty string are none. So is an empty list where an
/// object is meant: languages without a type for each write both the same.
///
/// # Errors
///
/// If the JSON is neither none nor what the type stands for.
pub fn read_option<T: Decode>(reader: &mut Reader<'_>) -> Result<Option<T>, Failure> {
    let is_none = reader.blank() || (T::SHAPE.is_keyed() && reader.empty_list());
    if is_none { Ok(None) } else { T::read(reader).map(Some) }
}

/// Implements the methods of [`Decode`] by one expression that reads in place.
macro_rules! in_place {
    ($reader:ident => $read:expr) => {
        fn decode(json: $crate::declare::Json<'_>) -> Result<Self, $crate::declare::DecodeError> {
            $crate::decode::in_place::decode(json)
        }

        fn read($reader: &mut $crate::decode::Reader<'_>) -> Result<Self, $crate::decode::Failure> {
            $read
        }

        fn read_option(reader: &mut $crate::decode::Reader<'_>) -> Result<Option<Self>, $crate::decode::Failure> {
            $crate::decode::in_place::read_option(reader)
        }
    };
}
pub(crate) use in_place;

/// Returns the fields of an object's description.
#[must_use]
pub const fn fields(shape: Shape) -> &'static [Field] {
    match shape {
        Shape::Object(fields) => fields,
        _ => &[],
    }
}

/// [`Decode::read_field`].
pub(super) fn field<T: Decode>(reader: &mut Reader<'_>, place: &mut Option<T>) -> Result<(), Failure> {
    if place.is_some() {
        return Err(twice());
    }
    let mark = reader.mark();
    match T::read(reader) {
        Ok(value) => *place = Some(value),
        Err(failure) if T::FORGIVABLE => {
            reader.forgive(mark, failure)?;
            *place = T::absent();
        }
        Err(failure) => return Err(failure),
    }
    Ok(())
}

/// [`Decode::read_field_or_none`].
#[expect(clippy::option_option, reason = "a field may be there, and its value none")]
pub(super) fn field_or_none<T: Decode>(reader: &mut Reader<'_>, place: &mut Option<Option<T>>) -> Result<(), Failure> {
    if place.is_some() {
        return Err(twice());
    }
    let mark = reader.mark();
    match T::read_option(reader) {
        Ok(value) => *place = Some(value),
        Err(failure) => {
            reader.forgive(mark, failure)?;
            *place = Some(None);
        }
    }
    Ok(())
}

/// [`Decode::present`].
pub(super) fn present<T: Decode>(place: Option<T>, fields: &[Field], index: usize) -> Result<T, Failure> {
    place.or_else(T::absent).ok_or_else(|| absent(fields, index))
}

#[cold]
fn twice() -> Failure {
    DecodeError::new("a key that comes once", "it twice").into()
}

#[cold]
fn absent(fields: &[Field], index: usize) -> Failure {
    let name = fields.get(index).map_or("", |field| field.name);
    DecodeError::new("a value", "no such field").in_field(name).into()
}
