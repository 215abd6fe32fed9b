#[automatically_derived]
impl ::msdk::declare::Object for Deed {
    const FIELDS: &'static [::msdk::__private::Field] = {
        use ::msdk::__private::{self as __msdk_, Undescribed as _};
        &[
            __msdk_::Field::new("type", __msdk_::Described::<u32>::REQUEST)
                .docs("The kind."),
            __msdk_::Field::new("data", __msdk_::Described::<String>::REQUEST)
                .docs("What was done.")
                .limit(<String as __msdk_::TextValue>::LIMITED.bytes(1, 45)),
        ]
    };
    fn encode_fields(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        use ::msdk::declare as __msdk_;
        <u32 as __msdk_::Encode>::encode_field(&(self).r#type, __msdk_body, 0);
        <String as __msdk_::Encode>::encode_field(&(self).data, __msdk_body, 1);
        let __msdk_check: fn(&Self, &mut ::msdk::declare::Report<'_>) = deeds::check;
        __msdk_check(self, &mut __msdk_body.report());
    }
}
#[automatically_derived]
impl ::msdk::declare::Encode for Deed {
    const SHAPE: ::msdk::__private::Shape = ::msdk::__private::Shape::Object(
        <Self as ::msdk::declare::Object>::FIELDS,
    );
    fn encode(&self, __msdk_body: &mut ::msdk::declare::Encoder<'_>) {
        __msdk_body.object(self);
    }
}
