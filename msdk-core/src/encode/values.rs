//! [`Encode`] for the types of the standard library.

use std::{borrow::Cow, net::IpAddr};

use super::{Chunk, Encode, Encoder, ListValue, Measure, NumberValue, TextValue};
use crate::describe::{Limits, Shape};

#[diagnostic::do_not_recommend]
impl<T: Encode + ?Sized> Encode for &T {
    const SHAPE: Shape = T::SHAPE;
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
impl<T: Encode> Encode for Option<T> {
    const SHAPE: Shape = T::SHAPE;
    const LIMITS: Limits = T::LIMITS;
    const OPTIONAL: bool = true;
    const SECRET: bool = T::SECRET;

    fn encode(&self, out: &mut Encoder<'_>) {
        match self {
            Some(value) => value.encode(out),
            None => out.null(),
        }
    }

    fn is_absent(&self) -> bool {
        self.as_ref().is_none_or(Encode::is_absent)
    }

    fn measure(&self) -> Measure<'_> {
        self.as_ref().map_or(Measure::Opaque, Encode::measure)
    }
}

#[diagnostic::do_not_recommend]
impl Encode for str {
    const SHAPE: Shape = Shape::Text;

    fn encode(&self, out: &mut Encoder<'_>) {
        out.text(self);
    }

    fn measure(&self) -> Measure<'_> {
        Measure::Text(self)
    }
}

#[diagnostic::do_not_recommend]
impl Encode for String {
    const SHAPE: Shape = Shape::Text;

    fn encode(&self, out: &mut Encoder<'_>) {
        out.text(self);
    }

    fn measure(&self) -> Measure<'_> {
        Measure::Text(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Encode + ToOwned + ?Sized> Encode for Cow<'_, T> {
    const SHAPE: Shape = T::SHAPE;
    const LIMITS: Limits = T::LIMITS;
    const SECRET: bool = T::SECRET;

    fn encode(&self, out: &mut Encoder<'_>) {
        (**self).encode(out);
    }

    fn measure(&self) -> Measure<'_> {
        (**self).measure()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Encode> Encode for [T] {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
    const SECRET: bool = T::SECRET;

    fn encode(&self, out: &mut Encoder<'_>) {
        out.list(self);
    }

    fn measure(&self) -> Measure<'_> {
        Measure::Items(self.len())
    }
}

#[diagnostic::do_not_recommend]
impl<T: Encode> Encode for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
    const SECRET: bool = T::SECRET;

    fn encode(&self, out: &mut Encoder<'_>) {
        out.list(self);
    }

    fn measure(&self) -> Measure<'_> {
        Measure::Items(self.len())
    }
}

#[diagnostic::do_not_recommend]
impl<T: Encode, const N: usize> Encode for [T; N] {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
    const SECRET: bool = T::SECRET;

    fn encode(&self, out: &mut Encoder<'_>) {
        out.list(self);
    }

    fn measure(&self) -> Measure<'_> {
        Measure::Items(N)
    }
}

#[diagnostic::do_not_recommend]
impl Encode for bool {
    const SHAPE: Shape = Shape::Bool;

    fn encode(&self, out: &mut Encoder<'_>) {
        out.bool(*self);
    }
}

#[diagnostic::do_not_recommend]
impl Encode for f64 {
    const SHAPE: Shape = Shape::Number;

    fn encode(&self, out: &mut Encoder<'_>) {
        out.number(*self);
    }
}

#[diagnostic::do_not_recommend]
impl Encode for f32 {
    const SHAPE: Shape = Shape::Number;

    fn encode(&self, out: &mut Encoder<'_>) {
        out.number(f64::from(*self));
    }
}

/// The address as text.
#[diagnostic::do_not_recommend]
impl Encode for IpAddr {
    const SHAPE: Shape = Shape::Text;

    fn encode(&self, out: &mut Encoder<'_>) {
        out.plain_text(self);
    }
}

macro_rules! integers {
    ($($int:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Encode for $int {
            const SHAPE: Shape = Shape::Int;

            fn encode(&self, out: &mut Encoder<'_>) {
                out.int(int(*self));
            }

            fn measure(&self) -> Measure<'_> {
                Measure::Int(int(*self))
            }
        }

        #[diagnostic::do_not_recommend]
        impl NumberValue for $int {}
    )*};
}

integers!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize);

/// The value of an integer, none of which has more than 64 bits.
fn int(int: impl TryInto<i128>) -> i128 {
    int.try_into().unwrap_or_default()
}

#[diagnostic::do_not_recommend]
impl<T: Chunk + ?Sized> Chunk for &T {
    type Item = T::Item;

    fn as_items(&self) -> &[T::Item] {
        (**self).as_items()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Encode> Chunk for [T] {
    type Item = T;

    fn as_items(&self) -> &[T] {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T: Encode> Chunk for Vec<T> {
    type Item = T;

    fn as_items(&self) -> &[T] {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T: Encode + Clone> Chunk for Cow<'_, [T]> {
    type Item = T;

    fn as_items(&self) -> &[T] {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T: TextValue + ?Sized> TextValue for &T {}
#[diagnostic::do_not_recommend]
impl<T: TextValue> TextValue for Option<T> {}
#[diagnostic::do_not_recommend]
impl TextValue for str {}
#[diagnostic::do_not_recommend]
impl TextValue for String {}
#[diagnostic::do_not_recommend]
impl TextValue for Cow<'_, str> {}

#[diagnostic::do_not_recommend]
impl<T: ListValue + ?Sized> ListValue for &T {}
#[diagnostic::do_not_recommend]
impl<T: ListValue> ListValue for Option<T> {}
#[diagnostic::do_not_recommend]
impl<T> ListValue for [T] {}
#[diagnostic::do_not_recommend]
impl<T> ListValue for Vec<T> {}
#[diagnostic::do_not_recommend]
impl<T, const N: usize> ListValue for [T; N] {}
#[diagnostic::do_not_recommend]
impl<T: Clone> ListValue for Cow<'_, [T]> {}

#[diagnostic::do_not_recommend]
impl<T: NumberValue + ?Sized> NumberValue for &T {}
#[diagnostic::do_not_recommend]
impl<T: NumberValue> NumberValue for Option<T> {}
