use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    inner: Vec<Inner>,
}

struct Inner;

fn main() {}
