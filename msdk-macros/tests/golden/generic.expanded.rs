#[automatically_derived]
impl<'a, T: Encode, const N: usize> ::msdk::declare::Endpoint for Generic<'a, T, N>
where
    T: Answer,
    GenericReply<T>: ::msdk::declare::Decode,
{
    type Reply = GenericReply<T>;
    const DECLARED: ::msdk::metadata::Metadata = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("text", __msdk_::Described::<&'a str>::REQUEST),
            __msdk_::Field::new("value", __msdk_::Described::<T>::REQUEST),
            __msdk_::Field::new("numbers", __msdk_::Described::<[u8; N]>::REQUEST),
        ];
        ::msdk::metadata::Metadata::post("generic", "/game/generic/")
            .docs("Borrows, and leaves a type to its caller.")
            .fields(__msdk_fields)
    };
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        use ::msdk::declare as __msdk_;
        <&'a str as __msdk_::Encode>::encode_field(&(self).text, __msdk_body, 0);
        <T as __msdk_::Encode>::encode_field(&(self).value, __msdk_body, 1);
        <[u8; N] as __msdk_::Encode>::encode_field(&(self).numbers, __msdk_body, 2);
    }
}
/// Borrows, and leaves a type to its caller.
///
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
#[allow(single_use_lifetimes)]
pub(crate) async fn generic<'a, T: Encode, const N: usize>(
    client: &::msdk::Client,
    session: &::msdk::Session,
    request: Generic<'a, T, N>,
) -> ::msdk::__private::Result<GenericReply<T>, ::msdk::Error>
where
    T: Answer,
    GenericReply<T>: ::msdk::declare::Decode,
{
    client.call(session, request).await
}
#[automatically_derived]
impl<'a, T: Encode> ::msdk::declare::Object for Inner<'a, T> {
    const FIELDS: &'static [::msdk::__private::Field] = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        &[__msdk_::Field::new("value", __msdk_::Described::<&'a T>::REQUEST)]
    };
    fn encode_fields(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        use ::msdk::declare as __msdk_;
        <&'a T as __msdk_::Encode>::encode_field(&(self).value, __msdk_body, 0);
    }
}
#[automatically_derived]
impl<'a, T: Encode> ::msdk::declare::Encode for Inner<'a, T> {
    const SHAPE: ::msdk::__private::Shape = ::msdk::__private::Shape::Object(
        <Self as ::msdk::declare::Object>::FIELDS,
    );
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        __msdk_body.object(self);
    }
}
#[automatically_derived]
impl<T: Decode> ::msdk::declare::Decode for GenericReply<T> {
    const SHAPE: ::msdk::__private::Shape = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("value", __msdk_::Described::<T>::REPLY),
        ];
        ::msdk::__private::Shape::Object(__msdk_fields)
    };
    #[inline]
    fn decode(
        __msdk_json: ::msdk::declare::Json<'_>,
    ) -> ::msdk::__private::Result<Self, ::msdk::declare::DecodeError> {
        ::msdk::__private::decode(__msdk_json)
    }
    fn read(
        __msdk_reader: &mut ::msdk::__private::Reader<'_>,
    ) -> ::msdk::__private::Result<Self, ::msdk::__private::Failure> {
        let __msdk_fields = const {
            ::msdk::__private::fields(<Self as ::msdk::declare::Decode>::SHAPE)
        };
        let mut __msdk_of_value = ::msdk::__private::None;
        __msdk_reader
            .object(
                __msdk_fields,
                &mut |__msdk_index, __msdk_reader| match __msdk_index {
                    0 => {
                        <T as ::msdk::declare::Decode>::read_field(
                            __msdk_reader,
                            &mut __msdk_of_value,
                        )
                    }
                    _ => ::msdk::__private::Ok(()),
                },
            )?;
        ::msdk::__private::Ok(Self {
            value: <T as ::msdk::declare::Decode>::present(
                __msdk_of_value,
                __msdk_fields,
                0,
            )?,
        })
    }
    #[inline]
    fn read_option(
        __msdk_reader: &mut ::msdk::__private::Reader<'_>,
    ) -> ::msdk::__private::Result<
        ::msdk::__private::Option<Self>,
        ::msdk::__private::Failure,
    > {
        ::msdk::__private::read_option(__msdk_reader)
    }
}
#[automatically_derived]
impl<T: Decode + ::msdk::declare::Merge> ::msdk::declare::Merge for GenericReply<T> {
    fn merge(&mut self, __msdk_next: Self) {
        <T as ::msdk::declare::Merge>::merge(&mut (self).value, __msdk_next.value);
    }
}
