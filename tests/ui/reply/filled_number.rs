use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    #[msdk(filled)]
    level: u32,
}

fn main() {}
