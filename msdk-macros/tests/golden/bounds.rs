#[msdk_endpoint(path = "/game/pages/", method = POST, reply = Page<T>)]
struct Pages<T> {
    filter: Vec<T>,
    #[msdk(flatten)]
    rest: Rest<T>,
}

#[msdk_object]
struct Rest<T>
where
    T: Clone,
{
    rest: Option<T>,
}

#[msdk_reply(merge)]
struct Page<T> {
    items: Vec<T>,
    #[msdk(default)]
    first: T,
    #[msdk(serde, keep)]
    extra: Option<T>,
}
