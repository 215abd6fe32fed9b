#[automatically_derived]
impl ::msdk::declare::Endpoint for Values {
    type Reply = ValuesReply;
    const DECLARED: ::msdk::metadata::Metadata = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new(
                    "levels",
                    __msdk_::Described::<BTreeMap<String, u32>>::REQUEST,
                )
                .limit(
                    <BTreeMap<String, u32> as __msdk_::ListValue>::LIMITED.items(1, 50),
                ),
            __msdk_::Field::new("zone", __msdk_::Described::<Option<u32>>::QUOTED)
                .limit(<Option<u32> as __msdk_::NumberValue>::LIMITED.range(1, 9))
                .default_int(1),
            __msdk_::Field::new("at", __msdk_::TypeInfo::NOTHING),
            __msdk_::Field::new("extra", __msdk_::TypeInfo::NOTHING)
                .optional()
                .json_text()
                .secret(),
            __msdk_::Field::new("root", __msdk_::Described::<Node>::REQUEST),
        ];
        ::msdk::metadata::Metadata::post("values", "/game/values/").fields(__msdk_fields)
    };
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        use ::msdk::declare as __msdk_;
        <BTreeMap<
            String,
            u32,
        > as __msdk_::Encode>::encode_field(&(self).levels, __msdk_body, 0);
        <Option<u32> as __msdk_::Encode>::encode_field(&(self).zone, __msdk_body, 1);
        <DateTime<
            Utc,
        > as ::msdk::__private::BySerde>::encode_by_serde(&(self).at, __msdk_body, 2);
        <Option<
            Value,
        > as ::msdk::__private::BySerde>::encode_by_serde(&(self).extra, __msdk_body, 3);
        <Node as __msdk_::Encode>::encode_field(&(self).root, __msdk_body, 4);
    }
}
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
async fn values(
    client: &::msdk::Client,
    session: &::msdk::Session,
    request: Values,
) -> ::msdk::__private::Result<ValuesReply, ::msdk::Error> {
    client.call(session, request).await
}
#[automatically_derived]
impl ::msdk::__private::fmt::Debug for Values {
    fn fmt(
        &self,
        __msdk_formatter: &mut ::msdk::__private::fmt::Formatter<'_>,
    ) -> ::msdk::__private::fmt::Result {
        __msdk_formatter.debug_struct("Values").finish_non_exhaustive()
    }
}
#[automatically_derived]
impl ::msdk::declare::Object for Node {
    const FIELDS: &'static [::msdk::__private::Field] = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        &[
            __msdk_::Field::new(
                "children",
                __msdk_::Described::<Vec<Node>>::RECURSIVE_REQUEST,
            ),
            __msdk_::Field::new("at", __msdk_::TypeInfo::NOTHING),
        ]
    };
    fn encode_fields(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        use ::msdk::declare as __msdk_;
        <Vec<Node> as __msdk_::Encode>::encode_field(&(self).children, __msdk_body, 0);
        <DateTime<
            Utc,
        > as ::msdk::__private::BySerde>::encode_by_serde(&(self).at, __msdk_body, 1);
    }
}
#[automatically_derived]
impl ::msdk::declare::Encode for Node {
    const SHAPE: ::msdk::__private::Shape = ::msdk::__private::Shape::Object(
        <Self as ::msdk::declare::Object>::FIELDS,
    );
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        __msdk_body.object(self);
    }
}
#[automatically_derived]
impl ::msdk::declare::Object for Kinds {
    const FIELDS: &'static [::msdk::__private::Field] = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        &[__msdk_::Field::new("at", __msdk_::TypeInfo::NOTHING)]
    };
    fn encode_fields(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        match self {
            Self::A { at: __msdk_field_0 } => {
                <DateTime<
                    Utc,
                > as ::msdk::__private::BySerde>::encode_described_by_serde(
                    __msdk_field_0,
                    __msdk_body,
                    const {
                        use ::msdk::__private::{self as __msdk_, Undescribed as _};
                        &__msdk_::Field::new("at", __msdk_::TypeInfo::NOTHING)
                    },
                );
            }
        }
    }
}
#[automatically_derived]
impl ::msdk::declare::Encode for Kinds {
    const SHAPE: ::msdk::__private::Shape = ::msdk::__private::Shape::Object(
        <Self as ::msdk::declare::Object>::FIELDS,
    );
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        __msdk_body.object(self);
    }
}
#[automatically_derived]
impl ::msdk::declare::Decode for ValuesReply {
    const SHAPE: ::msdk::__private::Shape = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new(
                "children",
                __msdk_::Described::<Vec<Self>>::RECURSIVE_REPLY,
            ),
            __msdk_::Field::new("at", __msdk_::TypeInfo::NOTHING),
            __msdk_::Field::new("until", __msdk_::TypeInfo::NOTHING).optional(),
            __msdk_::Field::new("extra", __msdk_::TypeInfo::NOTHING).optional(),
        ];
        ::msdk::__private::Shape::Object(__msdk_fields)
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
        let __msdk_fields = const {
            ::msdk::__private::fields(<Self as ::msdk::declare::Decode>::SHAPE)
        };
        let mut __msdk_of_children = ::msdk::__private::None;
        let mut __msdk_of_at = ::msdk::__private::None;
        let mut __msdk_of_until = ::msdk::__private::None;
        let mut __msdk_of_extra = ::msdk::__private::None;
        __msdk_reader
            .object(
                __msdk_fields,
                &mut |__msdk_index, __msdk_reader| match __msdk_index {
                    0 => {
                        <Vec<
                            Self,
                        > as ::msdk::declare::Decode>::read_field(
                            __msdk_reader,
                            &mut __msdk_of_children,
                        )
                    }
                    1 => {
                        <DateTime<
                            Utc,
                        > as ::msdk::__private::FromSerde>::read_by_serde(
                            __msdk_reader,
                            &mut __msdk_of_at,
                        )
                    }
                    2 => {
                        <DateTime<
                            Utc,
                        > as ::msdk::__private::FromSerde>::read_or_none_by_serde(
                            __msdk_reader,
                            &mut __msdk_of_until,
                        )
                    }
                    3 => {
                        <Value as ::msdk::__private::FromSerde>::read_or_none_by_serde(
                            __msdk_reader,
                            &mut __msdk_of_extra,
                        )
                    }
                    _ => ::msdk::__private::Ok(()),
                },
            )?;
        ::msdk::__private::Ok(Self {
            children: <Vec<
                Self,
            > as ::msdk::declare::Decode>::present(
                __msdk_of_children,
                __msdk_fields,
                0,
            )?,
            at: <DateTime<
                Utc,
            > as ::msdk::__private::FromSerde>::present_by_serde(
                __msdk_of_at,
                __msdk_fields,
                1,
            )?,
            until: ::msdk::__private::Option::flatten(__msdk_of_until),
            extra: match __msdk_of_extra {
                ::msdk::__private::Some(::msdk::__private::Some(__msdk_value)) => {
                    __msdk_value
                }
                _ => <Value as ::msdk::__private::Default>::default(),
            },
        })
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
