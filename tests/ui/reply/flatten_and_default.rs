use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    #[msdk(flatten, default)]
    inner: Inner,
}

struct Inner;

fn main() {}
