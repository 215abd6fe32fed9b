#[automatically_derived]
impl ::msdk::declare::Endpoint for QqfriendsDetail {
    type Reply = QqfriendsDetailReply;
    const DECLARED: ::msdk::metadata::Metadata = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("userip", __msdk_::Described::<IpAddr>::REQUEST)
                .docs("Who asks."),
            __msdk_::Field::new("fopenids", __msdk_::Described::<Vec<OpenId>>::REQUEST)
                .docs("The friends."),
            __msdk_::Field::new("size", __msdk_::Described::<Option<u32>>::REQUEST)
                .docs("The size of the pictures."),
            __msdk_::Field::new("names", __msdk_::Described::<String>::REQUEST)
                .docs("The names to look up."),
            __msdk_::Field::new("strangers", __msdk_::Described::<bool>::REQUEST)
                .docs("Whether strangers are included."),
        ];
        ::msdk::metadata::Metadata::post(
                "qqfriends_detail",
                "/relation/qqfriends_detail/",
            )
            .docs("Returns the profiles of friends.")
            .fields(__msdk_fields)
    };
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        use ::msdk::declare as __msdk_;
        <IpAddr as __msdk_::Encode>::encode_field(&(self).userip, __msdk_body, 0);
        <Vec<OpenId> as __msdk_::Encode>::encode_field(&(self).fopenids, __msdk_body, 1);
        <Option<u32> as __msdk_::Encode>::encode_field(&(self).size, __msdk_body, 2);
        <String as __msdk_::Encode>::encode_field(&(self).names, __msdk_body, 3);
        <bool as __msdk_::Encode>::encode_field(&(self).strangers, __msdk_body, 4);
    }
}
/// Returns the profiles of friends.
///
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
pub async fn qqfriends_detail(
    client: &::msdk::Client,
    session: &::msdk::Session,
    request: QqfriendsDetail,
) -> ::msdk::__private::Result<QqfriendsDetailReply, ::msdk::Error> {
    client.call(session, request).await
}
