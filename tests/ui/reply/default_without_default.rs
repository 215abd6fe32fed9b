use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    #[msdk(default)]
    inner: Inner,
}

#[msdk_reply]
struct Inner {
    count: u32,
}

fn main() {}
