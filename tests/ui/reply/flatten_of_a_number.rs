use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    #[msdk(flatten)]
    pong: u32,
}

fn main() {}
