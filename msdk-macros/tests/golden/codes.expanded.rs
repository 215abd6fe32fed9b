#[automatically_derived]
impl ::msdk::declare::Endpoint for Codes {
    type Reply = ();
    const DECLARED: ::msdk::metadata::Metadata = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("season", __msdk_::Described::<u32>::REQUEST),
        ];
        ::msdk::metadata::Metadata::post("codes", "/game/codes/")
            .timeout_ms(3000)
            .attempt_timeout_ms(750)
            .codes(
                &[
                    ::msdk::__private::Code::declared(
                        2001,
                        ::msdk::__private::Advice::Retry,
                        "the ranking is being computed",
                        "ask again in a minute",
                    ),
                    ::msdk::__private::code(
                        -4001,
                        ::msdk::__private::Advice::FixRequest,
                        "the season does not exist",
                    ),
                    ::msdk::__private::code(
                        7,
                        ::msdk::__private::Advice::LogInAgain,
                        "the season pass has ended",
                    ),
                    ::msdk::__private::code(
                        8,
                        ::msdk::__private::Advice::SlowDown,
                        "too many questions",
                    ),
                ],
            )
            .done_code(-7)
            .fields(__msdk_fields)
    };
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        use ::msdk::declare as __msdk_;
        <u32 as __msdk_::Encode>::encode_field(&(self).season, __msdk_body, 0);
    }
}
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
async fn codes(
    client: &::msdk::Client,
    session: &::msdk::Session,
    request: Codes,
) -> ::msdk::__private::Result<(), ::msdk::Error> {
    client.call(session, request).await
}
