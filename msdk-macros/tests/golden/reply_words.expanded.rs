#[automatically_derived]
impl ::msdk::declare::Decode for QqfriendsVipReply {
    const SHAPE: ::msdk::__private::Shape = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("lists", __msdk_::Described::<Vec<FriendVip>>::REPLY)
                .docs("The friends."),
            __msdk_::Field::new("is_lost", __msdk_::Described::<bool>::REPLY)
                .docs("Whether friends may be missing.")
                .optional(),
            __msdk_::Field::new("", __msdk_::Described::<Cursor>::REPLY)
                .docs("Where to go on.")
                .part(__msdk_::Part::Flattened),
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
        let __msdk_start = __msdk_reader.position();
        let mut __msdk_of_lists = ::msdk::__private::None;
        let mut __msdk_of_is_lost = ::msdk::__private::None;
        __msdk_reader
            .object(
                __msdk_fields,
                &mut |__msdk_index, __msdk_reader| match __msdk_index {
                    0 => {
                        <Vec<
                            FriendVip,
                        > as ::msdk::declare::Decode>::read_field(
                            __msdk_reader,
                            &mut __msdk_of_lists,
                        )
                    }
                    1 => {
                        <bool as ::msdk::declare::Decode>::read_field_or_none(
                            __msdk_reader,
                            &mut __msdk_of_is_lost,
                        )
                    }
                    _ => ::msdk::__private::Ok(()),
                },
            )?;
        ::msdk::__private::Ok(Self {
            lists: <Vec<
                FriendVip,
            > as ::msdk::declare::Decode>::present(__msdk_of_lists, __msdk_fields, 0)?,
            is_lost: match __msdk_of_is_lost {
                ::msdk::__private::Some(::msdk::__private::Some(__msdk_value)) => {
                    __msdk_value
                }
                _ => <bool as ::msdk::__private::Default>::default(),
            },
            cursor: <Cursor as ::msdk::declare::Decode>::read_flattened(
                __msdk_reader,
                __msdk_start,
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
    fn is_lost(&self) -> bool {
        (self).is_lost
    }
}
#[automatically_derived]
impl ::msdk::declare::Merge for QqfriendsVipReply {
    fn merge(&mut self, __msdk_next: Self) {
        <Vec<
            FriendVip,
        > as ::msdk::declare::Merge>::merge(&mut (self).lists, __msdk_next.lists);
        <bool as ::msdk::declare::Merge>::merge(
            &mut (self).is_lost,
            __msdk_next.is_lost,
        );
    }
}
#[automatically_derived]
impl<T: Decode> ::msdk::declare::Decode for Parts<T> {
    const SHAPE: ::msdk::__private::Shape = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("", __msdk_::Described::<T>::REPLY)
                .part(__msdk_::Part::Flattened),
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
        let __msdk_start = __msdk_reader.position();
        __msdk_reader
            .object(
                __msdk_fields,
                &mut |__msdk_index, __msdk_reader| match __msdk_index {
                    _ => ::msdk::__private::Ok(()),
                },
            )?;
        ::msdk::__private::Ok(Self {
            first: <T as ::msdk::declare::Decode>::read_flattened(
                __msdk_reader,
                __msdk_start,
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
