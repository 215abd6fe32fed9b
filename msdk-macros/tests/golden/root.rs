#[msdk_endpoint(path = "/game/renamed/", method = POST, crate = games::platform, fixed(a = 1), check = check)]
struct Renamed {
    #[msdk(items = 1..=50, chunk)]
    numbers: Vec<u8>,
}

#[msdk_object(crate = games::platform)]
struct Inner {
    #[msdk(one_of = [1, 2])]
    number: u8,
    #[msdk(serde)]
    at: DateTime,
}

#[msdk_object(crate = games::platform)]
enum Choice {
    #[msdk(fixed(kind = 1))]
    One { number: u8 },
}

#[msdk_object(crate = games::platform, untagged)]
enum Untagged<T> {
    One(T),
    Many(#[msdk(items = 1..)] Vec<T>),
}

#[msdk_reply(crate = games::platform, untagged)]
enum Found {
    One(u8),
    Many(Vec<u8>),
}

#[msdk_reply(crate = games::platform, merge)]
struct RenamedReply {
    number: u8,
    #[msdk(serde, keep)]
    at: DateTime,
    #[msdk(flatten)]
    rest: Rest,
}

#[msdk_endpoint(path = "/game/stub/", path = "/game/twice/", method = POST, crate = games::platform)]
struct Stub {
    #[msdk(items = ..=50, chunk)]
    numbers: Vec<u8>,
}

#[msdk_object(check = once, check = twice, crate = games::platform)]
struct StubObject;

#[msdk_reply(merge, merge, crate = games::platform)]
struct StubReply;
