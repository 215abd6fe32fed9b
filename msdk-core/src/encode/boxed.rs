//! `Box`, with which a type may contain itself.

use crate::{
    client::Merge,
    decode::{Decode, DecodeError, Failure, Json, Reader, in_place},
    describe::{
        Limits, Shape,
        field::{shape_read, shape_sent},
    },
    encode::{Encode, Encoder, ListValue, Measure, NumberValue, TextValue},
};

/// As the value is. What is described is looked up when it is asked for, since it may hold itself.
#[diagnostic::do_not_recommend]
impl<T: Encode + ?Sized> Encode for Box<T> {
    const SHAPE: Shape = Shape::Lazy(shape_sent::<T>);
    const LIMITS: Limits = T::LIMITS;
    const OPTIONAL: bool = T::OPTIONAL;
    const SECRET: bool = T::SECRET;

    fn encode(&self, out: &mut Encoder<'_>) {
        (**self).encode(out);
    }

    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }

    fn measure(&self) -> Measure<'_> {
        (**self).measure()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Decode> Decode for Box<T> {
    const SHAPE: Shape = Shape::Lazy(shape_read::<T>);
    const OPTIONAL: bool = T::OPTIONAL;
    const SECRET: bool = T::SECRET;
    const FORGIVABLE: bool = T::FORGIVABLE;

    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        in_place::decode(json)
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, Failure> {
        T::read(reader).map(Self::new)
    }

    fn read_option(reader: &mut Reader<'_>) -> Result<Option<Self>, Failure> {
        Ok(T::read_option(reader)?.map(Self::new))
    }

    fn absent() -> Option<Self> {
        T::absent().map(Self::new)
    }

    fn is_lost(&self) -> bool {
        (**self).is_lost()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Merge> Merge for Box<T> {
    fn merge(&mut self, next: Self) {
        (**self).merge(*next);
    }
}

#[diagnostic::do_not_recommend]
impl<T: TextValue + ?Sized> TextValue for Box<T> {}
#[diagnostic::do_not_recommend]
impl<T: ListValue + ?Sized> ListValue for Box<T> {}
#[diagnostic::do_not_recommend]
impl<T: NumberValue + ?Sized> NumberValue for Box<T> {}
