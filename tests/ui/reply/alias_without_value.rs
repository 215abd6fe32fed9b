use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    #[msdk(alias())]
    pong: u32,
}

fn main() {}
