#[automatically_derived]
impl ::msdk::declare::Endpoint for Replaced {
    type Reply = ();
    const DECLARED: ::msdk::metadata::Metadata = ::msdk::metadata::Metadata::post(
            "replaced",
            "/game/replaced/",
        )
        .docs("Replaced by the vendor.")
        .replaced_by("query_vip");
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {}
}
/// Replaced by the vendor.
///
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
#[deprecated(note = "the vendor has replaced it by `query_vip`")]
async fn replaced(
    client: &::msdk::Client,
    session: &::msdk::Session,
    request: Replaced,
) -> ::msdk::__private::Result<(), ::msdk::Error> {
    client.call(session, request).await
}
#[automatically_derived]
#[allow(deprecated)]
impl ::msdk::declare::Endpoint for Old {
    type Reply = ();
    const DECLARED: ::msdk::metadata::Metadata = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("number", __msdk_::Described::<u8>::REQUEST),
        ];
        ::msdk::metadata::Metadata::post("old", "/game/old/")
            .docs("Replaced by the author.")
            .fields(__msdk_fields)
    };
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        use ::msdk::declare as __msdk_;
        <u8 as __msdk_::Encode>::encode_field(&(self).number, __msdk_body, 0);
    }
}
/// Replaced by the author.
///
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
#[deprecated(since = "0.2.0", note = "use `New`")]
#[allow(deprecated)]
async fn old(
    client: &::msdk::Client,
    session: &::msdk::Session,
    request: Old,
) -> ::msdk::__private::Result<(), ::msdk::Error> {
    client.call(session, request).await
}
#[automatically_derived]
#[allow(deprecated)]
impl ::msdk::declare::Endpoint for WithOldField {
    type Reply = ();
    const DECLARED: ::msdk::metadata::Metadata = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("numbers", __msdk_::Described::<Vec<u8>>::REQUEST)
                .limit(<Vec<u8> as __msdk_::ListValue>::LIMITED.items(0, 50)),
        ];
        ::msdk::metadata::Metadata::post("with_old_field", "/game/field/")
            .chunked("numbers")
            .fields(__msdk_fields)
    };
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        use ::msdk::declare as __msdk_;
        <Vec<u8> as __msdk_::Chunk>::encode_chunk(&(self).numbers, __msdk_body, 0);
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl ::msdk::declare::ChunkedEndpoint for WithOldField {
    fn item_count(&self) -> ::msdk::__private::usize {
        <Vec<u8> as ::msdk::declare::Chunk>::as_items(&(self).numbers).len()
    }
}
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
#[allow(deprecated)]
async fn with_old_field(
    client: &::msdk::Client,
    session: &::msdk::Session,
    request: WithOldField,
) -> ::msdk::__private::Result<(), ::msdk::Error> {
    client.call(session, request).await
}
