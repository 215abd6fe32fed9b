#[automatically_derived]
impl ::msdk::Endpoint for Rules {
    type Reply = ();
    const DECLARED: ::msdk::Metadata = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("bytes", __msdk_::Described::<String>::REQUEST)
                .limit(__msdk_::bytes::<String>(0, 45)),
            __msdk_::Field::new("chars", __msdk_::Described::<Option<String>>::REQUEST)
                .limit(__msdk_::chars::<Option<String>>(1, 4294967295)),
            __msdk_::Field::new("items", __msdk_::Described::<Vec<OpenId>>::REQUEST)
                .limit(__msdk_::items::<Vec<OpenId>>(1, 50)),
            __msdk_::Field::new("range", __msdk_::Described::<i64>::REQUEST)
                .limit(__msdk_::range::<i64>(-1, 2)),
            __msdk_::Field::new("texts", __msdk_::Described::<String>::REQUEST)
                .limit(
                    __msdk_::one_of_texts::<
                        String,
                    >(&[__msdk_::FixedValue::Text("a"), __msdk_::FixedValue::Text("b")]),
                ),
            __msdk_::Field::new("ints", __msdk_::Described::<i32>::REQUEST)
                .limit(
                    __msdk_::one_of_ints::<
                        i32,
                    >(&[__msdk_::FixedValue::Int(1), __msdk_::FixedValue::Int(-2)]),
                ),
            __msdk_::Field::new("two", __msdk_::Described::<String>::REQUEST)
                .limit(__msdk_::bytes::<String>(1, 4294967295))
                .limit(__msdk_::chars::<String>(0, 10)),
        ];
        ::msdk::Metadata::new("rules", ::msdk::__private::Method::POST, "/game/rules/")
            .fields(__msdk_fields)
    };
    fn encode(&self, __msdk_body: &mut ::msdk::Encoder<'_>) {
        __msdk_body.at(0, &(self).bytes);
        __msdk_body.at(1, &(self).chars);
        __msdk_body.at(2, &(self).items);
        __msdk_body.at(3, &(self).range);
        __msdk_body.at(4, &(self).texts);
        __msdk_body.at(5, &(self).ints);
        __msdk_body.at(6, &(self).two);
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
