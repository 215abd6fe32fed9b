use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    inner: Inner,
}

struct Inner;

fn main() {}
