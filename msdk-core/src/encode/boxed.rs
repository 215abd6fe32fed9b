//! Values behind a pointer, with which a type may hold itself.

use crate::{
    Decode, DecodeError, Encode, Encoder, Items, Json, Limits, Measure, Merge, Number, Shape, Text,
    decode::{Failure, Reader, in_place},
    field::{shape_read, shape_sent},
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
}

#[diagnostic::do_not_recommend]
impl<T: Merge> Merge for Box<T> {
    fn merge(&mut self, next: Self) {
        (**self).merge(*next);
    }

    fn is_lost(&self) -> bool {
        (**self).is_lost()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Text + ?Sized> Text for Box<T> {}
#[diagnostic::do_not_recommend]
impl<T: Items + ?Sized> Items for Box<T> {}
#[diagnostic::do_not_recommend]
impl<T: Number + ?Sized> Number for Box<T> {}
