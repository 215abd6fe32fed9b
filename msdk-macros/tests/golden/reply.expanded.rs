#[automatically_derived]
impl ::msdk::Decode for TreasuryReply {
    const SHAPE: ::msdk::__private::Shape = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("gold", __msdk_::Described::<u64>::REPLY)
                .docs("How much is in it."),
            __msdk_::Field::new(
                "keyHolders",
                __msdk_::Described::<CommaList<String>>::REPLY,
            ),
            __msdk_::Field::new("type", __msdk_::Described::<Option<Kind>>::REPLY),
        ];
        ::msdk::__private::Shape::Object(__msdk_fields)
    };
    fn decode(
        __msdk_json: ::msdk::Json<'_>,
    ) -> ::msdk::__private::Result<Self, ::msdk::DecodeError> {
        let __msdk_fields = __msdk_json.object()?;
        ::msdk::__private::Ok(Self {
            gold: __msdk_fields.get::<u64>("gold")?,
            key_holders: __msdk_fields.get::<CommaList<String>>("keyHolders")?,
            kind: __msdk_fields.get::<Option<Kind>>("type")?,
        })
    }
}
#[automatically_derived]
impl ::msdk::Decode for Nothing {
    const SHAPE: ::msdk::__private::Shape = ::msdk::__private::Shape::Object(&[]);
    fn decode(
        __msdk_json: ::msdk::Json<'_>,
    ) -> ::msdk::__private::Result<Self, ::msdk::DecodeError> {
        __msdk_json.object()?;
        ::msdk::__private::Ok(Self {})
    }
}
