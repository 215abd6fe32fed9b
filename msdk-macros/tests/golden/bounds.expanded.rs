#[automatically_derived]
impl<T: ::msdk::declare::Encode> ::msdk::declare::Endpoint for Pages<T>
where
    Rest<T>: ::msdk::declare::Object,
    Page<T>: ::msdk::declare::Decode,
{
    type Reply = Page<T>;
    const DECLARED: ::msdk::metadata::Metadata = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("filter", __msdk_::Described::<Vec<T>>::REQUEST),
            __msdk_::Field::new("", __msdk_::Described::<Rest<T>>::FLATTENED)
                .part(__msdk_::Part::Flattened),
        ];
        ::msdk::metadata::Metadata::post("pages", "/game/pages/").fields(__msdk_fields)
    };
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        use ::msdk::declare as __msdk_;
        <Vec<T> as __msdk_::Encode>::encode_field(&(self).filter, __msdk_body, 0);
        <Rest<T> as __msdk_::Object>::encode_flattened(&(self).rest, __msdk_body);
    }
}
/// # Errors
///
/// Fails before anything is sent if a field breaks its rule, and afterwards if no usable answer came or the
/// platform refused; `Error::kind` tells which.
async fn pages<T: ::msdk::declare::Encode>(
    client: &::msdk::Client,
    session: &::msdk::Session,
    request: Pages<T>,
) -> ::msdk::__private::Result<Page<T>, ::msdk::Error>
where
    Rest<T>: ::msdk::declare::Object,
    Page<T>: ::msdk::declare::Decode,
{
    client.call(session, request).await
}
#[automatically_derived]
impl<T> ::msdk::declare::Object for Rest<T>
where
    T: Clone + ::msdk::declare::Encode,
{
    const FIELDS: &'static [::msdk::__private::Field] = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        &[__msdk_::Field::new("rest", __msdk_::Described::<Option<T>>::REQUEST)]
    };
    fn encode_fields(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        use ::msdk::declare as __msdk_;
        <Option<T> as __msdk_::Encode>::encode_field(&(self).rest, __msdk_body, 0);
    }
}
#[automatically_derived]
impl<T> ::msdk::declare::Encode for Rest<T>
where
    T: Clone + ::msdk::declare::Encode,
{
    const SHAPE: ::msdk::__private::Shape = ::msdk::__private::Shape::Object(
        <Self as ::msdk::declare::Object>::FIELDS,
    );
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        __msdk_body.object(self);
    }
}
#[automatically_derived]
impl<
    T: ::msdk::declare::Decode + ::msdk::__private::Default
        + ::msdk::__private::DeserializeOwned,
> ::msdk::declare::Decode for Page<T> {
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
                        > as ::msdk::declare::Decode>::read_field(
                            __msdk_reader,
                            &mut __msdk_of_items,
                        )
                    }
                    1 => {
                        <T as ::msdk::declare::Decode>::read_field_or_none(
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
            > as ::msdk::declare::Decode>::present(__msdk_of_items, __msdk_fields, 0)?,
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
impl<T: ::msdk::declare::Merge> ::msdk::declare::Merge for Page<T>
where
    Vec<T>: ::msdk::declare::Merge,
{
    fn merge(&mut self, __msdk_next: Self) {
        <Vec<T> as ::msdk::declare::Merge>::merge(&mut (self).items, __msdk_next.items);
        <T as ::msdk::declare::Merge>::merge(&mut (self).first, __msdk_next.first);
    }
}
