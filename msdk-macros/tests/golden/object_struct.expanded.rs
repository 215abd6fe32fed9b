#[automatically_derived]
impl ::msdk::Object for Deed {
    const FIELDS: &'static [::msdk::__private::Field] = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        &[
            __msdk_::Field::new("type", __msdk_::Described::<u32>::REQUEST)
                .docs("The kind."),
            __msdk_::Field::new("data", __msdk_::Described::<String>::REQUEST)
                .docs("What was done.")
                .limit(__msdk_::bytes::<String>(1, 45)),
        ]
    };
    fn encode_fields(&self, __msdk_body: &mut ::msdk::Encoder<'_>) {
        __msdk_body.at(0, &(self).r#type);
        __msdk_body.at(1, &(self).data);
        let __msdk_check: fn(&Self, &mut ::msdk::Report<'_>) = deeds::check;
        __msdk_check(self, &mut __msdk_body.report());
    }
}
#[automatically_derived]
impl ::msdk::Encode for Deed {
    const SHAPE: ::msdk::__private::Shape = ::msdk::__private::Shape::Object(
        <Self as ::msdk::Object>::FIELDS,
    );
    fn encode(&self, __msdk_body: &mut ::msdk::Encoder<'_>) {
        __msdk_body.object(self);
    }
}
