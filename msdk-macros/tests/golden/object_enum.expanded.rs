#[automatically_derived]
impl ::msdk::declare::Object for Target {
    const FIELDS: &'static [::msdk::__private::Field] = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        &[
            __msdk_::Field::new("deep", __msdk_::Described::<__msdk_::i64>::REQUEST)
                .limit(
                    <__msdk_::i64 as __msdk_::NumberValue>::LIMITED
                        .one_of(&[__msdk_::FixedValue::Int(1)]),
                )
                .optional(),
            __msdk_::Field::new("opt", __msdk_::Described::<__msdk_::str>::REQUEST)
                .limit(
                    <__msdk_::str as __msdk_::TextValue>::LIMITED
                        .one_of(
                            &[
                                __msdk_::FixedValue::Text("0"),
                                __msdk_::FixedValue::Text("1"),
                            ],
                        ),
                )
                .optional(),
            __msdk_::Field::new("unionid", __msdk_::Described::<String>::REQUEST)
                .docs("The guild.")
                .optional(),
            __msdk_::Field::new("zone", __msdk_::Described::<u32>::REQUEST).optional(),
            __msdk_::Field::new("", __msdk_::Described::<Group>::FLATTENED)
                .part(__msdk_::Part::Flattened)
                .optional(),
        ]
    };
    fn encode_fields(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        match self {
            Self::Guild { unionid: __msdk_field_0, zone: __msdk_field_1 } => {
                __msdk_body.constant("opt", ::msdk::__private::FixedValue::Text("0"));
                <String as ::msdk::declare::Encode>::encode_described(
                    __msdk_field_0,
                    __msdk_body,
                    const {
                        use ::msdk::__private::{self as __msdk_, Undescribed as _};
                        &__msdk_::Field::new(
                                "unionid",
                                __msdk_::Described::<String>::REQUEST,
                            )
                            .docs("The guild.")
                    },
                );
                <u32 as ::msdk::declare::Encode>::encode_described(
                    __msdk_field_1,
                    __msdk_body,
                    const {
                        use ::msdk::__private::{self as __msdk_, Undescribed as _};
                        &__msdk_::Field::new("zone", __msdk_::Described::<u32>::REQUEST)
                    },
                );
            }
            Self::Group { zone: __msdk_field_0, group: __msdk_field_1 } => {
                __msdk_body.constant("opt", ::msdk::__private::FixedValue::Text("1"));
                __msdk_body.constant("deep", ::msdk::__private::FixedValue::Int(1));
                <u32 as ::msdk::declare::Encode>::encode_described(
                    __msdk_field_0,
                    __msdk_body,
                    const {
                        use ::msdk::__private::{self as __msdk_, Undescribed as _};
                        &__msdk_::Field::new("zone", __msdk_::Described::<u32>::REQUEST)
                    },
                );
                <Group as __msdk_::Object>::encode_flattened(
                    __msdk_field_1,
                    __msdk_body,
                );
            }
            Self::None {} => {}
        }
        let __msdk_check: fn(&Self, &mut ::msdk::declare::Report<'_>) = check_target;
        __msdk_check(self, &mut __msdk_body.report());
    }
}
#[automatically_derived]
impl ::msdk::declare::Encode for Target {
    const SHAPE: ::msdk::__private::Shape = ::msdk::__private::Shape::Object(
        <Self as ::msdk::declare::Object>::FIELDS,
    );
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        __msdk_body.object(self);
    }
}
