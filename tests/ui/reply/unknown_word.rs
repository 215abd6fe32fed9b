use msdk::msdk_reply;

#[msdk_reply(idempotent)]
struct PingReply {
    pong: bool,
}

fn main() {}
