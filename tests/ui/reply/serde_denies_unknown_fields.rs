use msdk::msdk_reply;

#[msdk_reply]
#[serde(deny_unknown_fields)]
struct PingReply {
    pong: u32,
}

fn main() {}
