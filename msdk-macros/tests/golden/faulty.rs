#[msdk_endpoint(path = "/game/faulty/", path = "/game/twice/", method = POST)]
pub struct Faulty<'a> {
    #[msdk(items = ..=50, chunk)]
    pub numbers: &'a [u8],
}

#[msdk_object(check = once, check = twice)]
struct FaultyObject;

#[msdk_reply(merge, merge)]
struct FaultyReply {
    number: u8,
}
