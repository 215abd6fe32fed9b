use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    #[msdk(keep)]
    count: u32,
}

fn main() {}
