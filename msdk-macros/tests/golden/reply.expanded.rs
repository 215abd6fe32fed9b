#[automatically_derived]
impl ::msdk::declare::Decode for TreasuryReply {
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
        let mut __msdk_of_gold = ::msdk::__private::None;
        let mut __msdk_of_key_holders = ::msdk::__private::None;
        let mut __msdk_of_kind = ::msdk::__private::None;
        __msdk_reader
            .object(
                __msdk_fields,
                &mut |__msdk_index, __msdk_reader| match __msdk_index {
                    0 => {
                        <u64 as ::msdk::declare::Decode>::read_field(
                            __msdk_reader,
                            &mut __msdk_of_gold,
                        )
                    }
                    1 => {
                        <CommaList<
                            String,
                        > as ::msdk::declare::Decode>::read_field(
                            __msdk_reader,
                            &mut __msdk_of_key_holders,
                        )
                    }
                    2 => {
                        <Option<
                            Kind,
                        > as ::msdk::declare::Decode>::read_field(
                            __msdk_reader,
                            &mut __msdk_of_kind,
                        )
                    }
                    _ => ::msdk::__private::Ok(()),
                },
            )?;
        ::msdk::__private::Ok(Self {
            gold: <u64 as ::msdk::declare::Decode>::present(
                __msdk_of_gold,
                __msdk_fields,
                0,
            )?,
            key_holders: <CommaList<
                String,
            > as ::msdk::declare::Decode>::present(
                __msdk_of_key_holders,
                __msdk_fields,
                1,
            )?,
            kind: <Option<
                Kind,
            > as ::msdk::declare::Decode>::present(__msdk_of_kind, __msdk_fields, 2)?,
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
#[automatically_derived]
impl ::msdk::declare::Decode for Nothing {
    const SHAPE: ::msdk::__private::Shape = ::msdk::__private::Shape::Object(&[]);
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
        __msdk_reader
            .object(
                __msdk_fields,
                &mut |__msdk_index, __msdk_reader| match __msdk_index {
                    _ => ::msdk::__private::Ok(()),
                },
            )?;
        ::msdk::__private::Ok(Self {})
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
