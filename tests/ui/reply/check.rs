use msdk::msdk_reply;

#[msdk_reply(check = sides)]
struct PingReply {
    pong: bool,
}

fn main() {}
