use msdk::msdk_reply;

#[msdk_reply(idempotent)]
struct PingReply {
    pong: u32,
}

fn main() {}
