#[automatically_derived]
impl ::msdk::declare::Endpoint for Trade {
    type Reply = ();
    const DECLARED: ::msdk::metadata::Metadata = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("gives", __msdk_::Described::<Option<u32>>::REQUEST),
            __msdk_::Field::new("takes", __msdk_::Described::<Option<u32>>::REQUEST),
        ];
        ::msdk::metadata::Metadata::post("trade", "/game/trade/").fields(__msdk_fields)
    };
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        use ::msdk::declare as __msdk_;
        <Option<u32> as __msdk_::Encode>::encode_field(&(self).gives, __msdk_body, 0);
        <Option<u32> as __msdk_::Encode>::encode_field(&(self).takes, __msdk_body, 1);
        let __msdk_check: fn(&Self, &mut ::msdk::declare::Report<'_>) = rules::check_sides;
        __msdk_check(self, &mut __msdk_body.report());
    }
}
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
async fn trade(
    client: &::msdk::Client,
    session: &::msdk::Session,
    request: Trade,
) -> ::msdk::__private::Result<(), ::msdk::Error> {
    client.call(session, request).await
}
