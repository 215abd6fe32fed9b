use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    ret: i32,
    pong: bool,
}

fn main() {}
