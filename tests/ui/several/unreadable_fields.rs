use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    one: Inner,
    two: Option<Inner>,
    #[msdk(flatten)]
    three: Inner,
}

struct Inner;

fn main() {}
