#[automatically_derived]
impl ::msdk::declare::Object for Operation {
    const FIELDS: &'static [::msdk::__private::Field] = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        &[
            __msdk_::Field::new("optype", __msdk_::Described::<__msdk_::i64>::REQUEST)
                .limit(
                    <__msdk_::i64 as __msdk_::NumberValue>::LIMITED
                        .one_of(&[__msdk_::FixedValue::Int(1)]),
                ),
            __msdk_::Field::new("from", __msdk_::Described::<__msdk_::str>::REQUEST)
                .limit(
                    <__msdk_::str as __msdk_::TextValue>::LIMITED
                        .one_of(&[__msdk_::FixedValue::Text("game")]),
                ),
            __msdk_::Field::new("zone", __msdk_::Described::<u32>::REQUEST),
        ]
    };
    fn encode_fields(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        use ::msdk::declare as __msdk_;
        __msdk_body.constant("optype", ::msdk::__private::FixedValue::Int(1));
        __msdk_body.constant("from", ::msdk::__private::FixedValue::Text("game"));
        <u32 as __msdk_::Encode>::encode_field(&(self).zone, __msdk_body, 2);
    }
}
#[automatically_derived]
impl ::msdk::declare::Encode for Operation {
    const SHAPE: ::msdk::__private::Shape = ::msdk::__private::Shape::Object(
        <Self as ::msdk::declare::Object>::FIELDS,
    );
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        __msdk_body.object(self);
    }
}
#[automatically_derived]
impl ::msdk::declare::Object for Deed {
    const FIELDS: &'static [::msdk::__private::Field] = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        &[
            __msdk_::Field::new("optype", __msdk_::Described::<__msdk_::i64>::REQUEST)
                .limit(
                    <__msdk_::i64 as __msdk_::NumberValue>::LIMITED
                        .one_of(&[__msdk_::FixedValue::Int(2)]),
                ),
            __msdk_::Field::new("kind", __msdk_::Described::<__msdk_::i64>::REQUEST)
                .limit(
                    <__msdk_::i64 as __msdk_::NumberValue>::LIMITED
                        .one_of(&[__msdk_::FixedValue::Int(1)]),
                )
                .optional(),
            __msdk_::Field::new("count", __msdk_::Described::<u32>::REQUEST).optional(),
        ]
    };
    fn encode_fields(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        __msdk_body.constant("optype", ::msdk::__private::FixedValue::Int(2));
        match self {
            Self::Won { count: __msdk_field_0 } => {
                __msdk_body.constant("kind", ::msdk::__private::FixedValue::Int(1));
                <u32 as ::msdk::declare::Encode>::encode_described(
                    __msdk_field_0,
                    __msdk_body,
                    const {
                        use ::msdk::__private::{self as __msdk_, Undescribed as _};
                        &__msdk_::Field::new("count", __msdk_::Described::<u32>::REQUEST)
                    },
                );
            }
            Self::Nothing {} => {}
        }
    }
}
#[automatically_derived]
impl ::msdk::declare::Encode for Deed {
    const SHAPE: ::msdk::__private::Shape = ::msdk::__private::Shape::Object(
        <Self as ::msdk::declare::Object>::FIELDS,
    );
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        __msdk_body.object(self);
    }
}
