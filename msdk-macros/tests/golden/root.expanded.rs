#[automatically_derived]
impl games::platform::declare::Endpoint for Renamed {
    type Reply = RenamedReply;
    const DECLARED: games::platform::metadata::Metadata = {
        use games::platform::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("numbers", __msdk_::Described::<Vec<u8>>::REQUEST)
                .limit(<Vec<u8> as __msdk_::ListValue>::LIMITED.items(1, 50)),
        ];
        games::platform::metadata::Metadata::post("renamed", "/game/renamed/")
            .fixed(&[games::platform::__private::Fixed::int("a", 1)])
            .chunked("numbers")
            .fields(__msdk_fields)
    };
    fn encode(&self, __msdk_body: &mut games::platform::declare::Encoder<'_>) {
        use games::platform::declare as __msdk_;
        <Vec<u8> as __msdk_::Chunk>::encode_chunk(&(self).numbers, __msdk_body, 0);
        let __msdk_check: fn(&Self, &mut games::platform::declare::Report<'_>) = check;
        __msdk_check(self, &mut __msdk_body.report());
    }
}
#[automatically_derived]
impl games::platform::declare::ChunkedEndpoint for Renamed {
    fn item_count(&self) -> games::platform::__private::usize {
        <Vec<u8> as games::platform::declare::Chunk>::as_items(&(self).numbers).len()
    }
}
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
async fn renamed(
    client: &games::platform::Client,
    session: &games::platform::Session,
    request: Renamed,
) -> games::platform::__private::Result<RenamedReply, games::platform::Error> {
    client.call(session, request).await
}
#[automatically_derived]
impl games::platform::declare::Object for Inner {
    const FIELDS: &'static [games::platform::__private::Field] = {
        use games::platform::__private::{self as __msdk_, Undescribed as _};
        &[
            __msdk_::Field::new("number", __msdk_::Described::<u8>::REQUEST)
                .limit(
                    <u8 as __msdk_::NumberValue>::LIMITED
                        .one_of(
                            &[__msdk_::FixedValue::Int(1), __msdk_::FixedValue::Int(2)],
                        ),
                ),
            __msdk_::Field::new("at", __msdk_::TypeInfo::NOTHING),
        ]
    };
    fn encode_fields(&self, __msdk_body: &mut games::platform::declare::Encoder<'_>) {
        use games::platform::declare as __msdk_;
        <u8 as __msdk_::Encode>::encode_field(&(self).number, __msdk_body, 0);
        <DateTime as games::platform::__private::BySerde>::encode_by_serde(
            &(self).at,
            __msdk_body,
            1,
        );
    }
}
#[automatically_derived]
impl games::platform::declare::Encode for Inner {
    const SHAPE: games::platform::__private::Shape = games::platform::__private::Shape::Object(
        <Self as games::platform::declare::Object>::FIELDS,
    );
    fn encode(&self, __msdk_body: &mut games::platform::declare::Encoder<'_>) {
        __msdk_body.object(self);
    }
}
#[automatically_derived]
impl games::platform::declare::Object for Choice {
    const FIELDS: &'static [games::platform::__private::Field] = {
        use games::platform::__private::{self as __msdk_, Undescribed as _};
        &[
            __msdk_::Field::new("kind", __msdk_::Described::<__msdk_::i64>::REQUEST)
                .limit(
                    <__msdk_::i64 as __msdk_::NumberValue>::LIMITED
                        .one_of(&[__msdk_::FixedValue::Int(1)]),
                ),
            __msdk_::Field::new("number", __msdk_::Described::<u8>::REQUEST),
        ]
    };
    fn encode_fields(&self, __msdk_body: &mut games::platform::declare::Encoder<'_>) {
        match self {
            Self::One { number: __msdk_field_0 } => {
                __msdk_body
                    .constant("kind", games::platform::__private::FixedValue::Int(1));
                <u8 as games::platform::declare::Encode>::encode_described(
                    __msdk_field_0,
                    __msdk_body,
                    const {
                        use games::platform::__private::{
                            self as __msdk_, Undescribed as _,
                        };
                        &__msdk_::Field::new("number", __msdk_::Described::<u8>::REQUEST)
                    },
                );
            }
        }
    }
}
#[automatically_derived]
impl games::platform::declare::Encode for Choice {
    const SHAPE: games::platform::__private::Shape = games::platform::__private::Shape::Object(
        <Self as games::platform::declare::Object>::FIELDS,
    );
    fn encode(&self, __msdk_body: &mut games::platform::declare::Encoder<'_>) {
        __msdk_body.object(self);
    }
}
#[automatically_derived]
impl<T: games::platform::declare::Encode> games::platform::declare::Encode
for Untagged<T> {
    const SHAPE: games::platform::__private::Shape = {
        use games::platform::__private::{self as __msdk_, Undescribed as _};
        __msdk_::Shape::AnyOf(
            &[
                __msdk_::Field::new("One", __msdk_::Described::<T>::REQUEST),
                __msdk_::Field::new("Many", __msdk_::Described::<Vec<T>>::REQUEST)
                    .limit(<Vec<T> as __msdk_::ListValue>::LIMITED.items(1, 4294967295)),
            ],
        )
    };
    fn encode(&self, __msdk_body: &mut games::platform::declare::Encoder<'_>) {
        match self {
            Self::One(__msdk_value) => {
                <T as games::platform::declare::Encode>::encode_alternative(
                    __msdk_value,
                    __msdk_body,
                    const {
                        use games::platform::__private::{
                            self as __msdk_, Undescribed as _,
                        };
                        &__msdk_::Field::new("One", __msdk_::Described::<T>::REQUEST)
                    },
                )
            }
            Self::Many(__msdk_value) => {
                <Vec<
                    T,
                > as games::platform::declare::Encode>::encode_alternative(
                    __msdk_value,
                    __msdk_body,
                    const {
                        use games::platform::__private::{
                            self as __msdk_, Undescribed as _,
                        };
                        &__msdk_::Field::new(
                                "Many",
                                __msdk_::Described::<Vec<T>>::REQUEST,
                            )
                            .limit(
                                <Vec<T> as __msdk_::ListValue>::LIMITED.items(1, 4294967295),
                            )
                    },
                )
            }
        }
    }
}
#[automatically_derived]
impl games::platform::declare::Decode for Found {
    const SHAPE: games::platform::__private::Shape = {
        use games::platform::__private::{self as __msdk_, Undescribed as _};
        __msdk_::Shape::AnyOf(
            &[
                __msdk_::Field::new("One", __msdk_::Described::<u8>::REPLY),
                __msdk_::Field::new("Many", __msdk_::Described::<Vec<u8>>::REPLY),
            ],
        )
    };
    #[inline]
    fn decode(
        __msdk_json: games::platform::declare::Json<'_>,
    ) -> games::platform::__private::Result<
        Self,
        games::platform::declare::DecodeError,
    > {
        games::platform::__private::decode(__msdk_json)
    }
    fn read(
        __msdk_reader: &mut games::platform::__private::Reader<'_>,
    ) -> games::platform::__private::Result<Self, games::platform::__private::Failure> {
        match __msdk_reader
            .alternative(<Self as games::platform::declare::Decode>::SHAPE)?
        {
            0 => {
                games::platform::__private::Ok(
                    Self::One(
                        <u8 as games::platform::declare::Decode>::read(__msdk_reader)?,
                    ),
                )
            }
            _ => {
                games::platform::__private::Ok(
                    Self::Many(
                        <Vec<
                            u8,
                        > as games::platform::declare::Decode>::read(__msdk_reader)?,
                    ),
                )
            }
        }
    }
    #[inline]
    fn read_option(
        __msdk_reader: &mut games::platform::__private::Reader<'_>,
    ) -> games::platform::__private::Result<
        games::platform::__private::Option<Self>,
        games::platform::__private::Failure,
    > {
        games::platform::__private::read_option(__msdk_reader)
    }
}
const _: () = if !games::platform::__private::are_told_apart(
    <Found as games::platform::declare::Decode>::SHAPE,
) {
    games::platform::__private::panic!(
        "two variants are written as the same JSON type, so nothing tells which is meant; make them one"
    )
};
#[automatically_derived]
impl games::platform::declare::Decode for RenamedReply {
    const SHAPE: games::platform::__private::Shape = {
        use games::platform::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("number", __msdk_::Described::<u8>::REPLY),
            __msdk_::Field::new("at", __msdk_::TypeInfo::NOTHING),
            __msdk_::Field::new("", __msdk_::Described::<Rest>::REPLY)
                .part(__msdk_::Part::Flattened),
        ];
        games::platform::__private::Shape::Object(__msdk_fields)
    };
    #[inline]
    fn decode(
        __msdk_json: games::platform::declare::Json<'_>,
    ) -> games::platform::__private::Result<
        Self,
        games::platform::declare::DecodeError,
    > {
        games::platform::__private::decode(__msdk_json)
    }
    fn read(
        __msdk_reader: &mut games::platform::__private::Reader<'_>,
    ) -> games::platform::__private::Result<Self, games::platform::__private::Failure> {
        let __msdk_fields = const {
            games::platform::__private::fields(
                <Self as games::platform::declare::Decode>::SHAPE,
            )
        };
        let __msdk_start = __msdk_reader.position();
        let mut __msdk_of_number = games::platform::__private::None;
        let mut __msdk_of_at = games::platform::__private::None;
        __msdk_reader
            .object(
                __msdk_fields,
                &mut |__msdk_index, __msdk_reader| match __msdk_index {
                    0 => {
                        <u8 as games::platform::declare::Decode>::read_field(
                            __msdk_reader,
                            &mut __msdk_of_number,
                        )
                    }
                    1 => {
                        <DateTime as games::platform::__private::FromSerde>::read_by_serde(
                            __msdk_reader,
                            &mut __msdk_of_at,
                        )
                    }
                    _ => games::platform::__private::Ok(()),
                },
            )?;
        games::platform::__private::Ok(Self {
            number: <u8 as games::platform::declare::Decode>::present(
                __msdk_of_number,
                __msdk_fields,
                0,
            )?,
            at: <DateTime as games::platform::__private::FromSerde>::present_by_serde(
                __msdk_of_at,
                __msdk_fields,
                1,
            )?,
            rest: <Rest as games::platform::declare::Decode>::read_flattened(
                __msdk_reader,
                __msdk_start,
            )?,
        })
    }
    #[inline]
    fn read_option(
        __msdk_reader: &mut games::platform::__private::Reader<'_>,
    ) -> games::platform::__private::Result<
        games::platform::__private::Option<Self>,
        games::platform::__private::Failure,
    > {
        games::platform::__private::read_option(__msdk_reader)
    }
}
#[automatically_derived]
impl games::platform::declare::Merge for RenamedReply {
    fn merge(&mut self, __msdk_next: Self) {
        <u8 as games::platform::declare::Merge>::merge(
            &mut (self).number,
            __msdk_next.number,
        );
        <Rest as games::platform::declare::Merge>::merge(
            &mut (self).rest,
            __msdk_next.rest,
        );
    }
}
#[automatically_derived]
impl games::platform::declare::Endpoint for Stub {
    type Reply = StubReply;
    const DECLARED: games::platform::metadata::Metadata = games::platform::metadata::Metadata::post(
        "",
        "/Stub/",
    );
    fn encode(&self, _: &mut games::platform::declare::Encoder<'_>) {}
}
#[automatically_derived]
impl games::platform::declare::ChunkedEndpoint for Stub {
    fn item_count(&self) -> games::platform::__private::usize {
        0
    }
}
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
async fn stub(
    client: &games::platform::Client,
    session: &games::platform::Session,
    request: Stub,
) -> games::platform::__private::Result<StubReply, games::platform::Error> {
    client.call(session, request).await
}
::core::compile_error! {
    "`path` is said twice; keep one of them"
}
#[automatically_derived]
impl games::platform::declare::Object for StubObject {
    const FIELDS: &'static [games::platform::__private::Field] = &[];
    fn encode_fields(&self, _: &mut games::platform::declare::Encoder<'_>) {}
}
#[automatically_derived]
impl games::platform::declare::Encode for StubObject {
    const SHAPE: games::platform::__private::Shape = games::platform::__private::Shape::Any;
    fn encode(&self, _: &mut games::platform::declare::Encoder<'_>) {}
}
::core::compile_error! {
    "`check` is said twice; keep one of them"
}
#[automatically_derived]
impl games::platform::declare::Decode for StubReply {
    const SHAPE: games::platform::__private::Shape = games::platform::__private::Shape::Any;
    fn decode(
        _: games::platform::declare::Json<'_>,
    ) -> games::platform::__private::Result<
        Self,
        games::platform::declare::DecodeError,
    > {
        games::platform::__private::stub()
    }
}
#[automatically_derived]
impl games::platform::declare::Merge for StubReply {
    fn merge(&mut self, _: Self) {}
}
::core::compile_error! {
    "`merge` is said twice; keep one of them"
}
