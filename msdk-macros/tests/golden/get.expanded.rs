#[automatically_derived]
impl ::msdk::declare::Endpoint for Query {
    type Reply = ();
    const DECLARED: ::msdk::metadata::Metadata = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("ids", __msdk_::Described::<Vec<u64>>::REQUEST)
                .repeated(),
            __msdk_::Field::new("names", __msdk_::Described::<Vec<String>>::REQUEST)
                .joined("|"),
            __msdk_::Field::new("page", __msdk_::Described::<Option<u32>>::REQUEST),
        ];
        ::msdk::metadata::Metadata::get("query", "/game/query/").fields(__msdk_fields)
    };
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        use ::msdk::declare as __msdk_;
        <Vec<u64> as __msdk_::Encode>::encode_field(&(self).ids, __msdk_body, 0);
        <Vec<String> as __msdk_::Encode>::encode_field(&(self).names, __msdk_body, 1);
        <Option<u32> as __msdk_::Encode>::encode_field(&(self).page, __msdk_body, 2);
    }
}
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
async fn query(
    client: &::msdk::Client,
    session: &::msdk::Session,
    request: Query,
) -> ::msdk::__private::Result<(), ::msdk::Error> {
    client.call(session, request).await
}
