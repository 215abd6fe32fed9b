#[automatically_derived]
impl ::msdk::declare::Endpoint for All {
    type Reply = AllReply;
    const DECLARED: ::msdk::metadata::Metadata = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("number", __msdk_::Described::<u8>::REQUEST),
        ];
        ::msdk::metadata::Metadata::post("all", "/game/all/")
            .docs(
                "Everything that an endpoint can say of itself.\n\n# Errors\n\nThe author's own section.",
            )
            .platform(::msdk::Platform::WeChat)
            .idempotent()
            .timeout_ms(3000)
            .opua()
            .unreleased()
            .codec(&codecs::FORM)
            .fields(__msdk_fields)
    };
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        use ::msdk::declare as __msdk_;
        <u8 as __msdk_::Encode>::encode_field(&(self).number, __msdk_body, 0);
    }
}
/// Everything that an endpoint can say of itself.
///
/// # Errors
///
/// The author's own section.
async fn all(
    client: &::msdk::Client,
    session: &::msdk::Session,
    request: All,
) -> ::msdk::__private::Result<AllReply, ::msdk::Error> {
    client.call(session, request).await
}
