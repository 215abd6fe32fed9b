use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    #[msdk(default)]
    inner: Inner,
}

#[derive(Default)]
struct Inner;

fn main() {}
