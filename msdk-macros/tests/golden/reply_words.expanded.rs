#[automatically_derived]
impl ::msdk::Decode for QqfriendsVipReply {
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
    fn decode(
        __msdk_json: ::msdk::Json<'_>,
    ) -> ::msdk::__private::Result<Self, ::msdk::DecodeError> {
        let __msdk_fields = __msdk_json.object()?;
        ::msdk::__private::Ok(Self {
            lists: __msdk_fields.get::<Vec<FriendVip>>("lists")?,
            is_lost: __msdk_fields.get_or_default::<bool>("is_lost")?,
            cursor: <Cursor as ::msdk::Decode>::decode(__msdk_json)?,
        })
    }
}
#[automatically_derived]
impl ::msdk::Merge for QqfriendsVipReply {
    fn merge(&mut self, __msdk_next: Self) {
        <Vec<FriendVip> as ::msdk::Merge>::merge(&mut (self).lists, __msdk_next.lists);
        <bool as ::msdk::Merge>::merge(&mut (self).is_lost, __msdk_next.is_lost);
    }
}
#[automatically_derived]
impl<T: Decode> ::msdk::Decode for Parts<T> {
    const SHAPE: ::msdk::__private::Shape = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        let __msdk_fields = &[
            __msdk_::Field::new("", __msdk_::Described::<T>::REPLY)
                .part(__msdk_::Part::Flattened),
        ];
        ::msdk::__private::Shape::Object(__msdk_fields)
    };
    fn decode(
        __msdk_json: ::msdk::Json<'_>,
    ) -> ::msdk::__private::Result<Self, ::msdk::DecodeError> {
        __msdk_json.object()?;
        ::msdk::__private::Ok(Self {
            first: <T as ::msdk::Decode>::decode(__msdk_json)?,
        })
    }
}
