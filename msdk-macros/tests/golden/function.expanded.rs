#[automatically_derived]
impl ::msdk::Endpoint for Named {
    type Reply = ();
    const DECLARED: ::msdk::Metadata = ::msdk::Metadata::new(
        "match",
        ::msdk::__private::Method::POST,
        "/game/named/",
    );
    fn encode(&self, __msdk_body: &mut ::msdk::Encoder<'_>) {}
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
impl ::msdk::Endpoint for Silent {
    type Reply = ();
    const DECLARED: ::msdk::Metadata = ::msdk::Metadata::new(
        "silent",
        ::msdk::__private::Method::POST,
        "/game/silent/",
    );
    fn encode(&self, __msdk_body: &mut ::msdk::Encoder<'_>) {}
}
#[automatically_derived]
impl ::msdk::Endpoint for Type {
    type Reply = ();
    const DECLARED: ::msdk::Metadata = ::msdk::Metadata::new(
        "type",
        ::msdk::__private::Method::POST,
        "/game/type/",
    );
    fn encode(&self, __msdk_body: &mut ::msdk::Encoder<'_>) {}
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
