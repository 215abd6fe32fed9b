#[automatically_derived]
impl ::msdk::declare::Endpoint for Words {
    type Reply = ();
    const DECLARED: ::msdk::metadata::Metadata = ::msdk::metadata::Metadata::post(
            "words",
            "/game/words/",
        )
        .appid(::msdk::__private::Shape::Int, &["appid", "oauth_consumer_key"])
        .openid(&[])
        .token(&["openkey", "access_token"])
        .app_key(&["appkey"]);
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {}
}
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
async fn words(
    client: &::msdk::Client,
    session: &::msdk::Session,
    request: Words,
) -> ::msdk::__private::Result<(), ::msdk::Error> {
    client.call(session, request).await
}
#[automatically_derived]
impl ::msdk::declare::Endpoint for Fields {
    type Reply = ();
    const DECLARED: ::msdk::metadata::Metadata = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("appid", __msdk_::Described::<i64>::REQUEST)
                .part(__msdk_::Part::AppId),
            __msdk_::Field::new("openid", __msdk_::Described::<OpenId>::REQUEST)
                .part(__msdk_::Part::OpenId),
            __msdk_::Field::new("accessToken", __msdk_::Described::<Secret>::REQUEST)
                .part(__msdk_::Part::Token),
        ];
        ::msdk::metadata::Metadata::post("fields", "/game/fields/")
            .appid(::msdk::__private::Shape::Text, &[])
            .openid(&[])
            .token(&[])
            .fields(__msdk_fields)
    };
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        use ::msdk::declare as __msdk_;
        <i64 as __msdk_::Encode>::encode_field(&(self).appid, __msdk_body, 0);
        <OpenId as __msdk_::Encode>::encode_field(&(self).openid, __msdk_body, 1);
        <Secret as __msdk_::Encode>::encode_field(&(self).token, __msdk_body, 2);
    }
}
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
async fn fields(
    client: &::msdk::Client,
    session: &::msdk::Session,
    request: Fields,
) -> ::msdk::__private::Result<(), ::msdk::Error> {
    client.call(session, request).await
}
