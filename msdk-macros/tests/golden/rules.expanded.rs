#[automatically_derived]
impl ::msdk::declare::Endpoint for Rules {
    type Reply = ();
    const DECLARED: ::msdk::metadata::Metadata = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("bytes", __msdk_::Described::<String>::REQUEST)
                .limit(<String as __msdk_::TextValue>::LIMITED.bytes(0, 45)),
            __msdk_::Field::new("chars", __msdk_::Described::<Option<String>>::REQUEST)
                .limit(
                    <Option<String> as __msdk_::TextValue>::LIMITED.chars(1, 4294967295),
                ),
            __msdk_::Field::new("items", __msdk_::Described::<Vec<OpenId>>::REQUEST)
                .limit(<Vec<OpenId> as __msdk_::ListValue>::LIMITED.items(1, 50)),
            __msdk_::Field::new("range", __msdk_::Described::<i64>::REQUEST)
                .limit(<i64 as __msdk_::NumberValue>::LIMITED.range(-1, 2)),
            __msdk_::Field::new("texts", __msdk_::Described::<String>::REQUEST)
                .limit(
                    <String as __msdk_::TextValue>::LIMITED
                        .one_of(
                            &[
                                __msdk_::FixedValue::Text("a"),
                                __msdk_::FixedValue::Text("b"),
                            ],
                        ),
                ),
            __msdk_::Field::new("ints", __msdk_::Described::<i32>::REQUEST)
                .limit(
                    <i32 as __msdk_::NumberValue>::LIMITED
                        .one_of(
                            &[__msdk_::FixedValue::Int(1), __msdk_::FixedValue::Int(-2)],
                        ),
                ),
            __msdk_::Field::new("two", __msdk_::Described::<String>::REQUEST)
                .limit(<String as __msdk_::TextValue>::LIMITED.bytes(1, 4294967295))
                .limit(<String as __msdk_::TextValue>::LIMITED.chars(0, 10)),
        ];
        ::msdk::metadata::Metadata::post("rules", "/game/rules/").fields(__msdk_fields)
    };
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        use ::msdk::declare as __msdk_;
        <String as __msdk_::Encode>::encode_field(&(self).bytes, __msdk_body, 0);
        <Option<String> as __msdk_::Encode>::encode_field(&(self).chars, __msdk_body, 1);
        <Vec<OpenId> as __msdk_::Encode>::encode_field(&(self).items, __msdk_body, 2);
        <i64 as __msdk_::Encode>::encode_field(&(self).range, __msdk_body, 3);
        <String as __msdk_::Encode>::encode_field(&(self).texts, __msdk_body, 4);
        <i32 as __msdk_::Encode>::encode_field(&(self).ints, __msdk_body, 5);
        <String as __msdk_::Encode>::encode_field(&(self).two, __msdk_body, 6);
    }
}
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
async fn rules(
    client: &::msdk::Client,
    session: &::msdk::Session,
    request: Rules,
) -> ::msdk::__private::Result<(), ::msdk::Error> {
    client.call(session, request).await
}
