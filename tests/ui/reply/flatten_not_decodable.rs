use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    #[msdk(flatten)]
    inner: Inner,
}

struct Inner;

fn main() {}
