#[automatically_derived]
impl<'a> ::msdk::declare::Endpoint for Faulty<'a> {
    type Reply = FaultyReply;
    const DECLARED: ::msdk::metadata::Metadata = ::msdk::metadata::Metadata::post(
        "",
        "/Faulty/",
    );
    fn encode(&self, _: &mut ::msdk::declare::Encoder<'_>) {}
}
#[automatically_derived]
impl<'a> ::msdk::declare::ChunkedEndpoint for Faulty<'a> {
    fn item_count(&self) -> ::msdk::__private::usize {
        0
    }
}
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
#[allow(single_use_lifetimes)]
pub async fn faulty<'a>(
    client: &::msdk::Client,
    session: &::msdk::Session,
    request: Faulty<'a>,
) -> ::msdk::__private::Result<FaultyReply, ::msdk::Error> {
    client.call(session, request).await
}
::core::compile_error! {
    "`path` is said twice; keep one of them"
}
#[automatically_derived]
impl ::msdk::declare::Object for FaultyObject {
    const FIELDS: &'static [::msdk::__private::Field] = &[];
    fn encode_fields(&self, _: &mut ::msdk::declare::Encoder<'_>) {}
}
#[automatically_derived]
impl ::msdk::declare::Encode for FaultyObject {
    const SHAPE: ::msdk::__private::Shape = ::msdk::__private::Shape::Any;
    fn encode(&self, _: &mut ::msdk::declare::Encoder<'_>) {}
}
::core::compile_error! {
    "`check` is said twice; keep one of them"
}
#[automatically_derived]
impl ::msdk::declare::Decode for FaultyReply {
    const SHAPE: ::msdk::__private::Shape = ::msdk::__private::Shape::Any;
    fn decode(
        _: ::msdk::declare::Json<'_>,
    ) -> ::msdk::__private::Result<Self, ::msdk::declare::DecodeError> {
        ::msdk::__private::stub()
    }
}
#[automatically_derived]
impl ::msdk::declare::Merge for FaultyReply {
    fn merge(&mut self, _: Self) {}
}
::core::compile_error! {
    "`merge` is said twice; keep one of them"
}
