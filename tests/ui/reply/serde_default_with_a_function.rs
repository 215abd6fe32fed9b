use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    #[serde(default = "seven")]
    pong: u32,
}

fn main() {}
