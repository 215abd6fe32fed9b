/// A battle, or several.
#[msdk_object(untagged)]
enum Battles {
    /// The only one.
    One(Battle),
    Many(#[msdk(items = 1..=50)] Vec<Battle>),
}

#[msdk_reply(untagged)]
enum Found<T> {
    Count(u32),
    Rows(Vec<T>),
}
