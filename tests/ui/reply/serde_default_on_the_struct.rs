use msdk::msdk_reply;

#[msdk_reply]
#[serde(default)]
struct PingReply {
    pong: u32,
}

fn main() {}
