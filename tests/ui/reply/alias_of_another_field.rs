use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    pong: u32,
    #[msdk(alias = "pong")]
    ping: u32,
}

fn main() {}
