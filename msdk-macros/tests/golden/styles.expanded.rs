#[automatically_derived]
impl ::msdk::declare::Endpoint for Styles {
    type Reply = ();
    const DECLARED: ::msdk::metadata::Metadata = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("number", __msdk_::Described::<Option<u32>>::REQUEST)
                .default_int(7),
            __msdk_::Field::new("text", __msdk_::Described::<Option<String>>::REQUEST)
                .default_text("openmobile"),
            __msdk_::Field::new("joined", __msdk_::Described::<Vec<String>>::REQUEST)
                .joined(","),
            __msdk_::Field::new("json", __msdk_::Described::<Vec<Item>>::REQUEST)
                .json_text(),
            __msdk_::Field::new("sessionKey", __msdk_::Described::<String>::REQUEST)
                .secret(),
            __msdk_::Field::new("", __msdk_::Described::<Item>::FLATTENED)
                .part(__msdk_::Part::Flattened),
        ];
        ::msdk::metadata::Metadata::post("styles", "/game/styles/").fields(__msdk_fields)
    };
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        use ::msdk::declare as __msdk_;
        <Option<u32> as __msdk_::Encode>::encode_field(&(self).number, __msdk_body, 0);
        <Option<String> as __msdk_::Encode>::encode_field(&(self).text, __msdk_body, 1);
        <Vec<String> as __msdk_::Encode>::encode_field(&(self).joined, __msdk_body, 2);
        <Vec<Item> as __msdk_::Encode>::encode_field(&(self).json, __msdk_body, 3);
        <String as __msdk_::Encode>::encode_field(&(self).session_key, __msdk_body, 4);
        <Item as __msdk_::Object>::encode_flattened(&(self).flat, __msdk_body);
    }
}
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
async fn styles(
    client: &::msdk::Client,
    session: &::msdk::Session,
    request: Styles,
) -> ::msdk::__private::Result<(), ::msdk::Error> {
    client.call(session, request).await
}
#[automatically_derived]
impl ::msdk::__private::fmt::Debug for Styles {
    fn fmt(
        &self,
        __msdk_formatter: &mut ::msdk::__private::fmt::Formatter<'_>,
    ) -> ::msdk::__private::fmt::Result {
        __msdk_formatter.debug_struct("Styles").finish_non_exhaustive()
    }
}
