use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    #[serde(nickname = "pongs")]
    pong: u32,
}

fn main() {}
