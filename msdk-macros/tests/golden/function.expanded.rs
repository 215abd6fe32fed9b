#[automatically_derived]
impl ::msdk::declare::Endpoint for Named {
    type Reply = ();
    const DECLARED: ::msdk::metadata::Metadata = ::msdk::metadata::Metadata::post(
        "match",
        "/game/named/",
    );
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {}
}
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
async fn r#match(
    client: &::msdk::Client,
    session: &::msdk::Session,
    request: Named,
) -> ::msdk::__private::Result<(), ::msdk::Error> {
    client.call(session, request).await
}
#[automatically_derived]
impl ::msdk::declare::Endpoint for Silent {
    type Reply = ();
    const DECLARED: ::msdk::metadata::Metadata = ::msdk::metadata::Metadata::post(
        "silent",
        "/game/silent/",
    );
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {}
}
#[automatically_derived]
impl ::msdk::declare::Endpoint for Type {
    type Reply = ();
    const DECLARED: ::msdk::metadata::Metadata = ::msdk::metadata::Metadata::post(
        "type",
        "/game/type/",
    );
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {}
}
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
async fn r#type(
    client: &::msdk::Client,
    session: &::msdk::Session,
    request: Type,
) -> ::msdk::__private::Result<(), ::msdk::Error> {
    client.call(session, request).await
}
