use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    #[msdk(flatten, name = "inner")]
    inner: Inner,
}

struct Inner;

fn main() {}
