//! Sets of the bits that the platform uses.

use std::fmt;

use crate::describe::{Bit, Limits};

/// Declares a set of bits that is one integer on the wire, the sum of their values. Bits without a name are kept.
///
/// The struct gets a constant for each bit, sets that are made and asked by `|`, `&`, `-`, `contains` and the like, a `Debug`
/// with the names, and [`Encode`](crate::encode::Encode) and [`Decode`](crate::decode::Decode). On a field, `quoted` sends it as a string,
/// and `range = 1..` asks for one bit at least. Its metadata is a [`Shape::Mask`](crate::describe::Shape::Mask).
///
/// ```
/// # extern crate msdk_core as msdk;
/// msdk::bit_mask! {
///     /// Memberships.
///     pub struct VipKinds: u32 {
///         /// QQ membership.
///         MEMBER = 1,
///         /// QQ super membership.
///         SUPER = 1 << 4,
///     }
/// }
///
/// let kinds = VipKinds::MEMBER | VipKinds::SUPER;
/// assert_eq!(kinds.bits(), 17);
/// assert!(kinds.contains(VipKinds::SUPER));
/// assert_eq!(format!("{:?}", kinds | VipKinds::from_bits(64)), "VipKinds(MEMBER | SUPER | 0x40)");
/// ```
#[macro_export]
macro_rules! bit_mask {
    () => {
        ::core::compile_error!("no mask; write `struct Kinds: u32 { MEMBER = 1 }`");
    };
    ($($tokens:tt)*) => {
        $crate::__private::check_bits! { [$crate::__bit_mask] $($tokens)* }
    };
}

/// Writes the mask, whose tokens have been looked at.
#[doc(hidden)]
#[macro_export]
macro_rules! __bit_mask {
    (
        [$($unlisted:tt)*]
        $(#[$meta:meta])*
        $vis:vis struct $name:ident: $int:ident { $($(#[$bit_meta:meta])* $bit:ident = $value:expr),+ $(,)? }
    ) => {
        $(#[$meta])*
        #[::core::prelude::v1::derive(
            ::core::clone::Clone,
            ::core::marker::Copy,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::hash::Hash,
            ::core::default::Default,
        )]
        $vis struct $name(::core::primitive::$int);

        impl $name {
            $($(#[$bit_meta])* pub const $bit: Self = Self($value);)+

            /// Returns the set without bits.
            pub const fn empty() -> Self {
                Self(0)
            }

            /// Returns the set of every bit that has a name.
            pub const fn all() -> Self {
                Self(0 $(| Self::$bit.0)+)
            }

            /// Makes a set from its number; bits without a name are kept.
            pub const fn from_bits(__msdk_bits: ::core::primitive::$int) -> Self {
                Self(__msdk_bits)
            }

            /// Returns the number that is the set.
            pub const fn bits(self) -> ::core::primitive::$int {
                self.0
            }

            /// Whether no bit is in the set.
            pub const fn is_empty(self) -> ::core::primitive::bool {
                self.0 == 0
            }

            /// Whether every bit of `other` is in the set.
            pub const fn contains(self, other: Self) -> ::core::primitive::bool {
                self.0 & other.0 == other.0
            }

            /// Whether a bit of `other` is in the set.
            pub const fn intersects(self, other: Self) -> ::core::primitive::bool {
                self.0 & other.0 != 0
            }

            /// Returns the bits of either set.
            pub const fn union(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }

            /// Returns the bits of both sets.
            pub const fn intersection(self, other: Self) -> Self {
                Self(self.0 & other.0)
            }

            /// Returns the bits of this set that are not in `other`.
            pub const fn difference(self, other: Self) -> Self {
                Self(self.0 & !other.0)
            }

            /// Returns the bits without a name.
            pub const fn unknown(self) -> Self {
                self.difference(Self::all())
            }

            const __MSDK_BITS: &'static [$crate::__private::Bit] = &[
                $($crate::__private::Bit::new(::core::stringify!($bit), Self::$bit.0 as ::core::primitive::u64)),+
            ];
        }

        $crate::__bit_mask! { @operators $name
            BitOr bitor BitOrAssign bitor_assign union,
            BitAnd bitand BitAndAssign bitand_assign intersection,
            Sub sub SubAssign sub_assign difference,
        }

        impl ::core::iter::FromIterator<Self> for $name {
            fn from_iter<__MsdkSets: ::core::iter::IntoIterator<Item = Self>>(sets: __MsdkSets) -> Self {
                ::core::iter::Iterator::fold(::core::iter::IntoIterator::into_iter(sets), Self::empty(), Self::union)
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::fmt_mask(f, ::core::stringify!($name), self.0 as ::core::primitive::u64, Self::__MSDK_BITS)
            }
        }

        $($unlisted)*
        impl $crate::declare::Encode for $name {
            const SHAPE: $crate::metadata::Shape = $crate::metadata::Shape::Mask(Self::__MSDK_BITS);
            const LIMITS: $crate::metadata::Limits = $crate::__private::mask_limits(::core::primitive::$int::BITS);

            fn encode(&self, __msdk_out: &mut $crate::declare::Encoder<'_>) {
                __msdk_out.int(<::core::primitive::i128 as ::core::convert::From<::core::primitive::$int>>::from(self.0));
            }

            fn measure(&self) -> $crate::declare::Measure<'_> {
                $crate::declare::Measure::Int(<::core::primitive::i128 as ::core::convert::From<::core::primitive::$int>>::from(self.0))
            }
        }

        $($unlisted)*
        impl $crate::declare::NumberValue for $name {}

        $($unlisted)*
        impl $crate::__private::serde_core::Serialize for $name {
            fn serialize<__MsdkS: $crate::__private::serde_core::Serializer>(
                &self,
                __msdk_serializer: __MsdkS,
            ) -> ::core::result::Result<__MsdkS::Ok, __MsdkS::Error> {
                $crate::__private::serde_core::Serialize::serialize(&self.0, __msdk_serializer)
            }
        }

        $($unlisted)*
        impl<'__msdk> $crate::__private::serde_core::Deserialize<'__msdk> for $name {
            fn deserialize<__MsdkD: $crate::__private::serde_core::Deserializer<'__msdk>>(
                __msdk_deserializer: __MsdkD,
            ) -> ::core::result::Result<Self, __MsdkD::Error> {
                ::core::result::Result::map($crate::__private::serde_core::Deserialize::deserialize(__msdk_deserializer), Self)
            }
        }

        $($unlisted)*
        impl $crate::declare::Decode for $name {
            const SHAPE: $crate::metadata::Shape = $crate::metadata::Shape::Mask(Self::__MSDK_BITS);

            fn decode(__msdk_json: $crate::declare::Json<'_>) -> ::core::result::Result<Self, $crate::declare::DecodeError> {
                $crate::__private::decode(__msdk_json)
            }

            fn read(
                __msdk_reader: &mut $crate::__private::Reader<'_>,
            ) -> ::core::result::Result<Self, $crate::__private::Failure> {
                <::core::primitive::$int as $crate::declare::Decode>::read(__msdk_reader).map(Self)
            }

            fn read_option(
                __msdk_reader: &mut $crate::__private::Reader<'_>,
            ) -> ::core::result::Result<::core::option::Option<Self>, $crate::__private::Failure> {
                $crate::__private::read_option(__msdk_reader)
            }
        }
    };
    (@operators $name:ident $($of:ident $operator:ident $assign_of:ident $assign:ident $method:ident,)+) => {$(
        impl ::core::ops::$of for $name {
            type Output = Self;

            fn $operator(self, other: Self) -> Self {
                self.$method(other)
            }
        }

        impl ::core::ops::$assign_of for $name {
            fn $assign(&mut self, other: Self) {
                *self = self.$method(other);
            }
        }
    )+};
}

/// The limits of a mask of so many bits; a larger one than 63 has none that its type does not have.
#[must_use]
pub const fn mask_limits(bits: u32) -> Limits {
    if bits < 64 { Limits::NONE.with_range(0, (1 << bits) - 1) } else { Limits::NONE }
}

/// `Kinds(MEMBER | SUPER | 0x40)`
///
/// # Errors
///
/// If the formatter fails.
pub fn fmt_mask(f: &mut fmt::Formatter<'_>, name: &str, bits: u64, known: &[Bit]) -> fmt::Result {
    write!(f, "{name}(")?;
    let mut rest = bits;
    let mut separator = "";
    for bit in known.iter().filter(|bit| bits & bit.value != 0) {
        write!(f, "{separator}{}", bit.name)?;
        separator = " | ";
        rest &= !bit.value;
    }
    match rest {
        0 if bits == 0 => f.write_str("empty)"),
        0 => f.write_str(")"),
        rest => write!(f, "{separator}{rest:#x})"),
    }
}
