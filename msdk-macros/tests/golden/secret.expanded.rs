#[automatically_derived]
impl<'a, T: Source + ::msdk::declare::Encode> ::msdk::declare::Endpoint for Pay<'a, T>
where
    Vec<T::Item>: ::msdk::declare::Encode,
{
    type Reply = ();
    const DECLARED: ::msdk::metadata::Metadata = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("type", __msdk_::Described::<T>::REQUEST),
            __msdk_::Field::new("item", __msdk_::Described::<Vec<T::Item>>::REQUEST),
            __msdk_::Field::new("pin", __msdk_::Described::<Option<&'a str>>::REQUEST)
                .secret(),
            __msdk_::Field::new("openkey", __msdk_::Described::<String>::REQUEST)
                .part(__msdk_::Part::Token),
        ];
        ::msdk::metadata::Metadata::post("pay", "/game/secret/")
            .token(&[])
            .fields(__msdk_fields)
    };
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        use ::msdk::declare as __msdk_;
        <T as __msdk_::Encode>::encode_field(&(self).r#type, __msdk_body, 0);
        <Vec<T::Item> as __msdk_::Encode>::encode_field(&(self).item, __msdk_body, 1);
        <Option<&'a str> as __msdk_::Encode>::encode_field(&(self).pin, __msdk_body, 2);
        <String as __msdk_::Encode>::encode_field(&(self).openkey, __msdk_body, 3);
    }
}
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
#[allow(single_use_lifetimes)]
async fn pay<'a, T: Source + ::msdk::declare::Encode>(
    client: &::msdk::Client,
    session: &::msdk::Session,
    request: Pay<'a, T>,
) -> ::msdk::__private::Result<(), ::msdk::Error>
where
    Vec<T::Item>: ::msdk::declare::Encode,
{
    client.call(session, request).await
}
#[automatically_derived]
impl<'a, T: Source> ::msdk::__private::fmt::Debug for Pay<'a, T>
where
    T: ::msdk::__private::fmt::Debug,
    Vec<T::Item>: ::msdk::__private::fmt::Debug,
{
    fn fmt(
        &self,
        __msdk_formatter: &mut ::msdk::__private::fmt::Formatter<'_>,
    ) -> ::msdk::__private::fmt::Result {
        __msdk_formatter
            .debug_struct("Pay")
            .field("type", &(self).r#type)
            .field("item", &(self).item)
            .field("pin", &::msdk::__private::Redacted)
            .field("openkey", &::msdk::__private::Redacted)
            .finish()
    }
}
#[automatically_derived]
impl ::msdk::declare::Object for Proof {
    const FIELDS: &'static [::msdk::__private::Field] = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        &[
            __msdk_::Field::new("name", __msdk_::Described::<String>::REQUEST)
                .optional(),
            __msdk_::Field::new("password", __msdk_::Described::<String>::REQUEST)
                .secret()
                .optional(),
        ]
    };
    fn encode_fields(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        match self {
            Self::Password { name: __msdk_field_0, password: __msdk_field_1 } => {
                <String as ::msdk::declare::Encode>::encode_described(
                    __msdk_field_0,
                    __msdk_body,
                    const {
                        use ::msdk::__private::{self as __msdk_, Undescribed as _};
                        &__msdk_::Field::new(
                            "name",
                            __msdk_::Described::<String>::REQUEST,
                        )
                    },
                );
                <String as ::msdk::declare::Encode>::encode_described(
                    __msdk_field_1,
                    __msdk_body,
                    const {
                        use ::msdk::__private::{self as __msdk_, Undescribed as _};
                        &__msdk_::Field::new(
                                "password",
                                __msdk_::Described::<String>::REQUEST,
                            )
                            .secret()
                    },
                );
            }
            Self::Nothing {} => {}
        }
    }
}
#[automatically_derived]
impl ::msdk::declare::Encode for Proof {
    const SHAPE: ::msdk::__private::Shape = ::msdk::__private::Shape::Object(
        <Self as ::msdk::declare::Object>::FIELDS,
    );
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        __msdk_body.object(self);
    }
}
#[automatically_derived]
impl ::msdk::__private::fmt::Debug for Proof {
    fn fmt(
        &self,
        __msdk_formatter: &mut ::msdk::__private::fmt::Formatter<'_>,
    ) -> ::msdk::__private::fmt::Result {
        match self {
            Self::Password { name: __msdk_field_0, .. } => {
                __msdk_formatter
                    .debug_struct("Password")
                    .field("name", __msdk_field_0)
                    .field("password", &::msdk::__private::Redacted)
                    .finish()
            }
            Self::Nothing { .. } => __msdk_formatter.debug_struct("Nothing").finish(),
        }
    }
}
#[automatically_derived]
impl<T: ::msdk::declare::Encode> ::msdk::declare::Object for Unprinted<T> {
    const FIELDS: &'static [::msdk::__private::Field] = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        &[__msdk_::Field::new("pin", __msdk_::Described::<T>::REQUEST).secret()]
    };
    fn encode_fields(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        use ::msdk::declare as __msdk_;
        <T as __msdk_::Encode>::encode_field(&(self).pin, __msdk_body, 0);
    }
}
#[automatically_derived]
impl<T: ::msdk::declare::Encode> ::msdk::declare::Encode for Unprinted<T> {
    const SHAPE: ::msdk::__private::Shape = ::msdk::__private::Shape::Object(
        <Self as ::msdk::declare::Object>::FIELDS,
    );
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        __msdk_body.object(self);
    }
}
#[automatically_derived]
impl<T> ::msdk::__private::fmt::Debug for Unprinted<T> {
    fn fmt(
        &self,
        __msdk_formatter: &mut ::msdk::__private::fmt::Formatter<'_>,
    ) -> ::msdk::__private::fmt::Result {
        __msdk_formatter.debug_struct("Unprinted").finish_non_exhaustive()
    }
}
#[automatically_derived]
impl ::msdk::declare::Decode for PayReply {
    const SHAPE: ::msdk::__private::Shape = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("order", __msdk_::Described::<u32>::REPLY).secret(),
            __msdk_::Field::new("pay_token", __msdk_::Described::<String>::REPLY)
                .secret(),
            __msdk_::Field::new("seen", __msdk_::Described::<Secret>::REPLY),
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
        let mut __msdk_of_order = ::msdk::__private::None;
        let mut __msdk_of_pay_token = ::msdk::__private::None;
        let mut __msdk_of_seen = ::msdk::__private::None;
        __msdk_reader
            .object(
                __msdk_fields,
                &mut |__msdk_index, __msdk_reader| match __msdk_index {
                    0 => {
                        <u32 as ::msdk::declare::Decode>::read_field(
                            __msdk_reader,
                            &mut __msdk_of_order,
                        )
                    }
                    1 => {
                        <String as ::msdk::declare::Decode>::read_field(
                            __msdk_reader,
                            &mut __msdk_of_pay_token,
                        )
                    }
                    2 => {
                        <Secret as ::msdk::declare::Decode>::read_field(
                            __msdk_reader,
                            &mut __msdk_of_seen,
                        )
                    }
                    _ => ::msdk::__private::Ok(()),
                },
            )?;
        ::msdk::__private::Ok(Self {
            order: <u32 as ::msdk::declare::Decode>::present(
                __msdk_of_order,
                __msdk_fields,
                0,
            )?,
            pay_token: <String as ::msdk::declare::Decode>::present(
                __msdk_of_pay_token,
                __msdk_fields,
                1,
            )?,
            seen: <Secret as ::msdk::declare::Decode>::present(
                __msdk_of_seen,
                __msdk_fields,
                2,
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
impl ::msdk::__private::fmt::Debug for PayReply {
    fn fmt(
        &self,
        __msdk_formatter: &mut ::msdk::__private::fmt::Formatter<'_>,
    ) -> ::msdk::__private::fmt::Result {
        __msdk_formatter
            .debug_struct("PayReply")
            .field("order", &::msdk::__private::Redacted)
            .field("pay_token", &::msdk::__private::Redacted)
            .field("seen", &(self).seen)
            .finish()
    }
}
