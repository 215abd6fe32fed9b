#[msdk_endpoint(path = "/game/renamed/", method = POST, crate = games::platform, fixed(a = 1), check = check)]
struct Renamed {
    #[msdk(items = 1..=50, chunk)]
    numbers: Vec<u8>,
}

#[msdk_object(crate = games::platform)]
struct Inner {
    #[msdk(one_of = [1, 2])]
    number: u8,
}

#[msdk_object(crate = games::platform)]
enum Choice {
    #[msdk(fixed(kind = 1))]
    One { number: u8 },
}

#[msdk_reply(crate = games::platform, merge)]
struct RenamedReply {
    number: u8,
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
