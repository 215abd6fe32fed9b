use msdk::msdk_reply;

#[msdk_reply(path = "/game/ping/")]
struct PingReply {
    pong: bool,
}

fn main() {}
