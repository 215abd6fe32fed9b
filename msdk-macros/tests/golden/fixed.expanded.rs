#[automatically_derived]
impl ::msdk::declare::Endpoint for ShareQq {
    type Reply = ();
    const DECLARED: ::msdk::metadata::Metadata = ::msdk::metadata::Metadata::post(
            "share_qq",
            "/share/qq/",
        )
        .fixed(
            &[
                ::msdk::__private::Fixed::int("dst", 1001),
                ::msdk::__private::Fixed::int("act", -1),
                ::msdk::__private::Fixed::text("src", "0"),
                ::msdk::__private::Fixed::text("type", "x"),
            ],
        );
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {}
}
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
async fn share_qq(
    client: &::msdk::Client,
    session: &::msdk::Session,
    request: ShareQq,
) -> ::msdk::__private::Result<(), ::msdk::Error> {
    client.call(session, request).await
}
