use msdk::msdk_reply;

#[derive(Debug)]
#[msdk_reply]
struct PingReply {
    #[msdk(secret)]
    pong: String,
}

fn main() {}
