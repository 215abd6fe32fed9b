#[automatically_derived]
impl ::msdk::declare::Encode for Battles {
    const SHAPE: ::msdk::__private::Shape = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        __msdk_::Shape::AnyOf(
            &[
                __msdk_::Field::new("One", __msdk_::Described::<Battle>::REQUEST)
                    .docs("The only one."),
                __msdk_::Field::new("Many", __msdk_::Described::<Vec<Battle>>::REQUEST)
                    .limit(<Vec<Battle> as __msdk_::ListValue>::LIMITED.items(1, 50)),
            ],
        )
    };
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        match self {
            Self::One(__msdk_value) => {
                <Battle as ::msdk::declare::Encode>::encode_alternative(
                    __msdk_value,
                    __msdk_body,
                    const {
                        use ::msdk::__private::{self as __msdk_, Undescribed as _};
                        &__msdk_::Field::new(
                                "One",
                                __msdk_::Described::<Battle>::REQUEST,
                            )
                            .docs("The only one.")
                    },
                )
            }
            Self::Many(__msdk_value) => {
                <Vec<
                    Battle,
                > as ::msdk::declare::Encode>::encode_alternative(
                    __msdk_value,
                    __msdk_body,
                    const {
                        use ::msdk::__private::{self as __msdk_, Undescribed as _};
                        &__msdk_::Field::new(
                                "Many",
                                __msdk_::Described::<Vec<Battle>>::REQUEST,
                            )
                            .limit(
                                <Vec<Battle> as __msdk_::ListValue>::LIMITED.items(1, 50),
                            )
                    },
                )
            }
        }
    }
}
#[automatically_derived]
impl<T: ::msdk::declare::Decode> ::msdk::declare::Decode for Found<T> {
    const SHAPE: ::msdk::__private::Shape = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        __msdk_::Shape::AnyOf(
            &[
                __msdk_::Field::new("Count", __msdk_::Described::<u32>::REPLY),
                __msdk_::Field::new("Rows", __msdk_::Described::<Vec<T>>::REPLY),
            ],
        )
    };
    #[inline]
    fn decode(
        __msdk_json: ::msdk::declare::Json<'_>,
    ) -> ::msdk::__private::Result<Self, ::msdk::declare::DecodeError> {
        ::msdk::__private::decode(__msdk_json)
    }
    fn read(
        __msdk_reader: &mut ::msdk::__private::Reader<'_>,
    ) -> ::msdk::__private::Result<Self, ::msdk::__private::Failure> {
        match __msdk_reader.alternative(<Self as ::msdk::declare::Decode>::SHAPE)? {
            0 => {
                ::msdk::__private::Ok(
                    Self::Count(<u32 as ::msdk::declare::Decode>::read(__msdk_reader)?),
                )
            }
            _ => {
                ::msdk::__private::Ok(
                    Self::Rows(<Vec<T> as ::msdk::declare::Decode>::read(__msdk_reader)?),
                )
            }
        }
    }
    #[inline]
    fn read_option(
        __msdk_reader: &mut ::msdk::__private::Reader<'_>,
    ) -> ::msdk::__private::Result<
        ::msdk::__private::Option<Self>,
        ::msdk::__private::Failure,
    > {
        ::msdk::__private::read_option(__msdk_reader)
    }
}
