//! Enums of the codes that the platform uses.

/// Declares an enum of codes, as integers or as strings, whose unknown codes are kept.
///
/// The enum gets a variant `Other` for every code that is not listed, the methods `from_code` and `code`, and
/// [`Encode`](crate::encode::Encode) and [`Decode`](crate::decode::Decode). serde writes and reads it as the code.
///
/// ```
/// # extern crate msdk_core as msdk;
/// msdk::wire_enum! {
///     /// How a guild is joined.
///     pub enum Joining: int {
///         /// Everyone may join.
///         Open = 0,
///         /// An officer has to agree.
///         OnRequest = 1,
///     }
/// }
///
/// assert_eq!(Joining::from_code(1), Joining::OnRequest);
/// assert_eq!(Joining::from_code(9).code(), 9);
/// ```
///
/// A variant may have several codes, all of which are read. The first is the one that is sent.
///
/// ```
/// # extern crate msdk_core as msdk;
/// msdk::wire_enum! {
///     /// Whether a player is online.
///     pub enum Presence: string {
///         /// Online.
///         Online = "在线" | "1",
///         /// Away.
///         Away = "离开" | "2",
///     }
/// }
///
/// assert_eq!(Presence::from_code("1"), Presence::Online);
/// assert_eq!(Presence::Online.code(), "在线");
/// ```
#[macro_export]
macro_rules! wire_enum {
    () => {
        ::core::compile_error!("no enum; write `enum Joining: int { Open = 0 }`");
    };
    ($($tokens:tt)*) => {
        $crate::__private::check_codes! { [$crate::__wire_enum] $($tokens)* }
    };
}

/// Writes the enum, whose tokens have been looked at.
#[doc(hidden)]
#[macro_export]
macro_rules! __wire_enum {
    (
        [$($unlisted:tt)*]
        $(#[$meta:meta])*
        $vis:vis enum $name:ident: int { $($(#[$variant_meta:meta])* $variant:ident = $code:literal $(| $other_code:literal)*),+ $(,)? }
    ) => {
        $(#[$meta])*
        #[::core::prelude::v1::derive(
            ::core::fmt::Debug,
            ::core::clone::Clone,
            ::core::marker::Copy,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::cmp::PartialOrd,
            ::core::cmp::Ord,
            ::core::hash::Hash,
        )]
        #[non_exhaustive]
        $vis enum $name {
            $($(#[$variant_meta])* $variant,)+
            /// A code that is not listed.
            Other(::core::primitive::i64),
        }

        impl $name {
            /// Every variant but `Other`.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the meaning of a code.
            pub const fn from_code(__msdk_code: ::core::primitive::i64) -> Self {
                match __msdk_code {
                    $($code $(| $other_code)* => Self::$variant,)+
                    __msdk_other => Self::Other(__msdk_other),
                }
            }

            /// Returns the code.
            pub const fn code(self) -> ::core::primitive::i64 {
                match self {
                    $(Self::$variant => $code,)+
                    Self::Other(__msdk_code) => __msdk_code,
                }
            }
        }

        $($unlisted)*
        impl $crate::declare::Encode for $name {
            const SHAPE: $crate::metadata::Shape = $crate::metadata::Shape::Int;

            fn encode(&self, __msdk_out: &mut $crate::declare::Encoder<'_>) {
                if *self != Self::from_code(self.code()) {
                    __msdk_out.reject("is a listed code, so `Other` must not hold it");
                }
                __msdk_out.int(<::core::primitive::i128 as ::core::convert::From<::core::primitive::i64>>::from(self.code()));
            }

            fn measure(&self) -> $crate::declare::Measure<'_> {
                $crate::declare::Measure::Int(<::core::primitive::i128 as ::core::convert::From<::core::primitive::i64>>::from(self.code()))
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
                $crate::__private::serde_core::Serialize::serialize(&self.code(), __msdk_serializer)
            }
        }

        $($unlisted)*
        impl<'__msdk> $crate::__private::serde_core::Deserialize<'__msdk> for $name {
            fn deserialize<__MsdkD: $crate::__private::serde_core::Deserializer<'__msdk>>(
                __msdk_deserializer: __MsdkD,
            ) -> ::core::result::Result<Self, __MsdkD::Error> {
                ::core::result::Result::map(
                    $crate::__private::serde_core::Deserialize::deserialize(__msdk_deserializer),
                    Self::from_code,
                )
            }
        }

        $($unlisted)*
        impl $crate::declare::Decode for $name {
            const SHAPE: $crate::metadata::Shape = $crate::metadata::Shape::Int;

            fn decode(__msdk_json: $crate::declare::Json<'_>) -> ::core::result::Result<Self, $crate::declare::DecodeError> {
                $crate::__private::decode(__msdk_json)
            }

            fn read(
                __msdk_reader: &mut $crate::__private::Reader<'_>,
            ) -> ::core::result::Result<Self, $crate::__private::Failure> {
                <::core::primitive::i64 as $crate::declare::Decode>::read(__msdk_reader).map(Self::from_code)
            }

            fn read_option(
                __msdk_reader: &mut $crate::__private::Reader<'_>,
            ) -> ::core::result::Result<::core::option::Option<Self>, $crate::__private::Failure> {
                $crate::__private::read_option(__msdk_reader)
            }
        }
    };
    (
        [$($unlisted:tt)*]
        $(#[$meta:meta])*
        $vis:vis enum $name:ident: string { $($(#[$variant_meta:meta])* $variant:ident = $code:literal $(| $other_code:literal)*),+ $(,)? }
    ) => {
        $(#[$meta])*
        #[::core::prelude::v1::derive(
            ::core::fmt::Debug,
            ::core::clone::Clone,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::cmp::PartialOrd,
            ::core::cmp::Ord,
            ::core::hash::Hash,
        )]
        #[non_exhaustive]
        $vis enum $name {
            $($(#[$variant_meta])* $variant,)+
            /// A code that is not listed.
            Other(::std::string::String),
        }

        impl $name {
            /// Every variant but `Other`.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the meaning of a code.
            pub fn from_code(__msdk_code: &::core::primitive::str) -> Self {
                match __msdk_code {
                    $($code $(| $other_code)* => Self::$variant,)+
                    __msdk_other => Self::Other(::std::borrow::ToOwned::to_owned(__msdk_other)),
                }
            }

            /// Returns the code.
            pub fn code(&self) -> &::core::primitive::str {
                match self {
                    $(Self::$variant => $code,)+
                    Self::Other(__msdk_code) => __msdk_code,
                }
            }
        }

        impl ::core::convert::AsRef<::core::primitive::str> for $name {
            fn as_ref(&self) -> &::core::primitive::str {
                self.code()
            }
        }

        impl ::core::convert::From<::std::string::String> for $name {
            fn from(__msdk_code: ::std::string::String) -> Self {
                Self::from_code(&__msdk_code)
            }
        }

        $($unlisted)*
        impl $crate::declare::Encode for $name {
            const SHAPE: $crate::metadata::Shape = $crate::metadata::Shape::Text;

            fn encode(&self, __msdk_out: &mut $crate::declare::Encoder<'_>) {
                if *self != Self::from_code(self.code()) {
                    __msdk_out.reject("is a listed code, so `Other` must not hold it");
                }
                __msdk_out.text(self.code());
            }

            fn measure(&self) -> $crate::declare::Measure<'_> {
                $crate::declare::Measure::Text(self.code())
            }
        }

        $($unlisted)*
        impl $crate::declare::TextValue for $name {}

        $($unlisted)*
        impl $crate::__private::serde_core::Serialize for $name {
            fn serialize<__MsdkS: $crate::__private::serde_core::Serializer>(
                &self,
                __msdk_serializer: __MsdkS,
            ) -> ::core::result::Result<__MsdkS::Ok, __MsdkS::Error> {
                $crate::__private::serde_core::Serialize::serialize(self.code(), __msdk_serializer)
            }
        }

        $($unlisted)*
        impl<'__msdk> $crate::__private::serde_core::Deserialize<'__msdk> for $name {
            fn deserialize<__MsdkD: $crate::__private::serde_core::Deserializer<'__msdk>>(
                __msdk_deserializer: __MsdkD,
            ) -> ::core::result::Result<Self, __MsdkD::Error> {
                ::core::result::Result::map(
                    $crate::__private::serde_core::Deserialize::deserialize(__msdk_deserializer),
                    <Self as ::core::convert::From<::std::string::String>>::from,
                )
            }
        }

        $($unlisted)*
        impl $crate::declare::Decode for $name {
            const SHAPE: $crate::metadata::Shape = $crate::metadata::Shape::Text;

            fn decode(__msdk_json: $crate::declare::Json<'_>) -> ::core::result::Result<Self, $crate::declare::DecodeError> {
                $crate::__private::decode(__msdk_json)
            }

            fn read(
                __msdk_reader: &mut $crate::__private::Reader<'_>,
            ) -> ::core::result::Result<Self, $crate::__private::Failure> {
                __msdk_reader.text().map(|__msdk_code| Self::from_code(&__msdk_code))
            }

            fn read_option(
                __msdk_reader: &mut $crate::__private::Reader<'_>,
            ) -> ::core::result::Result<::core::option::Option<Self>, $crate::__private::Failure> {
                $crate::__private::read_option(__msdk_reader)
            }
        }
    };
}
