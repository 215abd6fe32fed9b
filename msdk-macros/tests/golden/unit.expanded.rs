#[automatically_derived]
impl ::msdk::declare::Endpoint for Treasury {
    type Reply = TreasuryReply;
    const DECLARED: ::msdk::metadata::Metadata = ::msdk::metadata::Metadata::post(
            "treasury",
            "/game/treasury/",
        )
        .docs("Returns the whole treasury.");
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {}
}
/// Returns the whole treasury.
///
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
async fn treasury(
    client: &::msdk::Client,
    session: &::msdk::Session,
    request: Treasury,
) -> ::msdk::__private::Result<TreasuryReply, ::msdk::Error> {
    client.call(session, request).await
}
