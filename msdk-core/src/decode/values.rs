//! [`Decode`] for the types of the standard library.

use super::{Decode, DecodeError, Failure, Json, Reader, in_place};
use crate::describe::Shape;

/// Nothing is read: the endpoint answers with `ret` and `msg` alone.
#[diagnostic::do_not_recommend]
impl Decode for () {
    const SHAPE: Shape = Shape::Object(&[]);

    fn decode(_: Json<'_>) -> Result<Self, DecodeError> {
        Ok(())
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, Failure> {
        reader.anything()
    }
}

/// `None` for an absent field, `null` and `""`.
#[diagnostic::do_not_recommend]
impl<T: Decode> Decode for Option<T> {
    const SHAPE: Shape = T::SHAPE;
    const OPTIONAL: bool = true;
    const SECRET: bool = T::SECRET;

    in_place!(reader => T::read_option(reader));

    fn absent() -> Option<Self> {
        Some(None)
    }
}

/// An array, which may have no items. Nothing else is an empty list, unless the field is declared with `default`.
#[diagnostic::do_not_recommend]
impl<T: Decode> Decode for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
    const SECRET: bool = T::SECRET;

    in_place!(reader => {
        let mut items = Self::new();
        let start = reader.position();
        reader.items(&mut |reader| {
            if items.len() == 1 {
                items.reserve(reader.room_for_the_rest(start));
            }
            items.push(T::read(reader)?);
            Ok(())
        })?;
        Ok(items)
    });
}

/// Any JSON, as it stands.
#[diagnostic::do_not_recommend]
impl Decode for serde_json::Value {
    const SHAPE: Shape = Shape::Any;
    const OPTIONAL: bool = true;

    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        serde_json::from_str(json.as_str()).map_err(|_| DecodeError::new("JSON", "something else"))
    }

    fn absent() -> Option<Self> {
        Some(Self::Null)
    }
}

/// A number is taken as the text that it is written as.
#[diagnostic::do_not_recommend]
impl Decode for String {
    const SHAPE: Shape = Shape::Text;

    in_place!(reader => reader.text().map(std::borrow::Cow::into_owned));
}

/// 0 is no and every other integer is yes, in quotes or not.
#[diagnostic::do_not_recommend]
impl Decode for bool {
    const SHAPE: Shape = Shape::Flag;

    in_place!(reader => reader.flag());
}

#[diagnostic::do_not_recommend]
impl Decode for f64 {
    const SHAPE: Shape = Shape::Number;

    in_place!(reader => reader.number());
}

#[diagnostic::do_not_recommend]
impl Decode for f32 {
    const SHAPE: Shape = Shape::Number;

    #[expect(clippy::cast_possible_truncation, reason = "rounding to the nearest is what reading an `f32` means")]
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        json.number().map(|number| number as Self)
    }
}

macro_rules! integers {
    ($($int:ident, $expected:literal;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Decode for $int {
            const SHAPE: Shape = Shape::Int;

            in_place!(reader => reader.int($expected));
        }
    )*};
}

integers! {
    i8, "an integer of 8 bits";
    i16, "an integer of 16 bits";
    i32, "an integer of 32 bits";
    i64, "an integer of 64 bits";
    isize, "an integer of the machine's size";
    u8, "an unsigned integer of 8 bits";
    u16, "an unsigned integer of 16 bits";
    u32, "an unsigned integer of 32 bits";
    u64, "an unsigned integer of 64 bits";
    usize, "an unsigned integer of the machine's size";
}
