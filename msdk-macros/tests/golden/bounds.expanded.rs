#[automatically_derived]
impl<T: ::msdk::Encode> ::msdk::Endpoint for Pages<T>
where
    Rest<T>: ::msdk::Object,
    Page<T>: ::msdk::Decode,
{
    type Reply = Page<T>;
    const DECLARED: ::msdk::Metadata = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("filter", __msdk_::Described::<Vec<T>>::REQUEST),
            __msdk_::Field::new("", __msdk_::Described::<Rest<T>>::FLATTENED)
                .part(__msdk_::Part::Flattened),
        ];
        ::msdk::Metadata::new("pages", ::msdk::__private::Method::POST, "/game/pages/")
            .fields(__msdk_fields)
    };
    fn encode(&self, __msdk_body: &mut ::msdk::Encoder<'_>) {
        <Vec<T> as ::msdk::Encode>::encode_field(&(self).filter, __msdk_body, 0);
        <Rest<T> as ::msdk::Object>::encode_flattened(&(self).rest, __msdk_body);
    }
}
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
async fn pages<T: ::msdk::Encode>(
    client: &::msdk::Client,
    session: &::msdk::Session,
    request: Pages<T>,
) -> ::msdk::__private::Result<Page<T>, ::msdk::Error>
where
    Rest<T>: ::msdk::Object,
    Page<T>: ::msdk::Decode,
{
    client.call(session, request).await
}
#[automatically_derived]
impl<T> ::msdk::Object for Rest<T>
where
    T: Clone + ::msdk::Encode,
{
    const FIELDS: &'static [::msdk::__private::Field] = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        &[__msdk_::Field::new("rest", __msdk_::Described::<Option<T>>::REQUEST)]
    };
    fn encode_fields(&self, __msdk_body: &mut ::msdk::Encoder<'_>) {
        <Option<T> as ::msdk::Encode>::encode_field(&(self).rest, __msdk_body, 0);
    }
}
#[automatically_derived]
impl<T> ::msdk::Encode for Rest<T>
where
    T: Clone + ::msdk::Encode,
{
    const SHAPE: ::msdk::__private::Shape = ::msdk::__private::Shape::Object(
        <Self as ::msdk::Object>::FIELDS,
    );
    fn encode(&self, __msdk_body: &mut ::msdk::Encoder<'_>) {
        __msdk_body.object(self);
    }
}
#[automatically_derived]
impl<
    T: ::msdk::Decode + ::msdk::__private::Default + ::msdk::__private::DeserializeOwned,
> ::msdk::Decode for Page<T> {
    const SHAPE: ::msdk::__private::Shape = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("items", __msdk_::Described::<Vec<T>>::REPLY),
            __msdk_::Field::new("first", __msdk_::Described::<T>::REPLY).optional(),
            __msdk_::Field::new("extra", __msdk_::TypeInfo::NOTHING).optional(),
        ];
        ::msdk::__private::Shape::Object(__msdk_fields)
    };
    #[inline]
    fn decode(
        __msdk_json: ::msdk::Json<'_>,
    ) -> ::msdk::__private::Result<Self, ::msdk::DecodeError> {
        ::msdk::__private::decode(__msdk_json)
    }
    fn read(
        __msdk_reader: &mut ::msdk::__private::Reader<'_>,
    ) -> ::msdk::__private::Result<Self, ::msdk::__private::Failure> {
        let __msdk_fields = const {
            ::msdk::__private::fields(<Self as ::msdk::Decode>::SHAPE)
        };
        let mut __msdk_of_items = ::msdk::__private::None;
        let mut __msdk_of_first = ::msdk::__private::None;
        let mut __msdk_of_extra = ::msdk::__private::None;
        __msdk_reader
            .object(
                __msdk_fields,
                &mut |__msdk_index, __msdk_reader| match __msdk_index {
                    0 => {
                        <Vec<
                            T,
                        > as ::msdk::Decode>::read_field(
                            __msdk_reader,
                            &mut __msdk_of_items,
                        )
                    }
                    1 => {
                        <T as ::msdk::Decode>::read_field_or_none(
                            __msdk_reader,
                            &mut __msdk_of_first,
                        )
                    }
                    2 => {
                        <T as ::msdk::__private::FromSerde>::read_or_none_by_serde(
                            __msdk_reader,
                            &mut __msdk_of_extra,
                        )
                    }
                    _ => ::msdk::__private::Ok(()),
                },
            )?;
        ::msdk::__private::Ok(Self {
            items: <Vec<
                T,
            > as ::msdk::Decode>::present(__msdk_of_items, __msdk_fields, 0)?,
            first: match __msdk_of_first {
                ::msdk::__private::Some(::msdk::__private::Some(__msdk_value)) => {
                    __msdk_value
                }
                _ => <T as ::msdk::__private::Default>::default(),
            },
            extra: ::msdk::__private::Option::flatten(__msdk_of_extra),
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
impl<T: ::msdk::Merge> ::msdk::Merge for Page<T>
where
    Vec<T>: ::msdk::Merge,
{
    fn merge(&mut self, __msdk_next: Self) {
        <Vec<T> as ::msdk::Merge>::merge(&mut (self).items, __msdk_next.items);
        <T as ::msdk::Merge>::merge(&mut (self).first, __msdk_next.first);
    }
}
