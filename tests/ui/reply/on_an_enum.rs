use msdk::msdk_reply;

#[msdk_reply]
enum PingReply {
    Pong,
}

fn main() {}
