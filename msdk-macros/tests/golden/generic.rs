/// Borrows, and leaves a type to its caller.
#[msdk_endpoint(path = "/game/generic/", method = POST, reply = GenericReply<T>)]
pub(crate) struct Generic<'a, T: Encode = u8, const N: usize = 2>
where
    T: Answer,
{
    pub(crate) text: &'a str,
    pub(crate) value: T,
    pub(crate) numbers: [u8; N],
}

#[msdk_object]
pub(crate) struct Inner<'a, T: Encode> {
    pub(crate) value: &'a T,
}

#[msdk_reply(merge)]
pub(crate) struct GenericReply<T: Decode> {
    pub(crate) value: T,
}
