use msdk::msdk_reply;

#[msdk_reply]
struct Purse {
    #[msdk(flatten, secret)]
    inner: Inner,
}

#[msdk_reply]
struct Inner {
    coins: u32,
}

fn main() {}
