#[automatically_derived]
impl<'a> ::msdk::declare::Endpoint for Chunked<'a> {
    type Reply = ChunkedReply;
    const DECLARED: ::msdk::metadata::Metadata = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("fopenids", __msdk_::Described::<&'a [OpenId]>::REQUEST)
                .limit(<&'a [OpenId] as __msdk_::ListValue>::LIMITED.items(1, 50)),
        ];
        ::msdk::metadata::Metadata::post("chunked", "/relation/chunked/")
            .chunked("fopenids")
            .fields(__msdk_fields)
    };
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        use ::msdk::declare as __msdk_;
        <&'a [OpenId] as __msdk_::Chunk>::encode_chunk(&(self).fopenids, __msdk_body, 0);
    }
}
#[automatically_derived]
impl<'a> ::msdk::declare::ChunkedEndpoint for Chunked<'a> {
    fn item_count(&self) -> ::msdk::__private::usize {
        <&'a [OpenId] as ::msdk::declare::Chunk>::as_items(&(self).fopenids).len()
    }
}
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
#[allow(single_use_lifetimes)]
async fn chunked<'a>(
    client: &::msdk::Client,
    session: &::msdk::Session,
    request: Chunked<'a>,
) -> ::msdk::__private::Result<ChunkedReply, ::msdk::Error> {
    client.call(session, request).await
}
