#[automatically_derived]
impl ::msdk::declare::Endpoint for Places {
    type Reply = PlacesReply;
    const DECLARED: ::msdk::metadata::Metadata = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("id", __msdk_::Described::<u64>::REQUEST)
                .place(__msdk_::Place::Path),
            __msdk_::Field::new("tags", __msdk_::Described::<Vec<String>>::REQUEST)
                .place(__msdk_::Place::Query)
                .repeated(),
            __msdk_::Field::new("X-Trace-Id", __msdk_::Described::<String>::REQUEST)
                .place(__msdk_::Place::Header)
                .limit(<String as __msdk_::TextValue>::LIMITED.bytes(1, 4294967295)),
            __msdk_::Field::new("count", __msdk_::Described::<u32>::REQUEST),
        ];
        ::msdk::metadata::Metadata::post("places", "/users/{id}/")
            .query(
                &[
                    ::msdk::__private::Fixed::int("version", 2),
                    ::msdk::__private::Fixed::text("lang", "zh"),
                ],
            )
            .headers(&[::msdk::__private::Fixed::text("X-Client", "game")])
            .fields(__msdk_fields)
    };
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        use ::msdk::declare as __msdk_;
        <u64 as __msdk_::Encode>::encode_field(&(self).id, __msdk_body, 0);
        <Vec<String> as __msdk_::Encode>::encode_field(&(self).tags, __msdk_body, 1);
        <String as __msdk_::Encode>::encode_field(&(self).trace, __msdk_body, 2);
        <u32 as __msdk_::Encode>::encode_field(&(self).count, __msdk_body, 3);
    }
}
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
async fn places(
    client: &::msdk::Client,
    session: &::msdk::Session,
    request: Places,
) -> ::msdk::__private::Result<PlacesReply, ::msdk::Error> {
    client.call(session, request).await
}
