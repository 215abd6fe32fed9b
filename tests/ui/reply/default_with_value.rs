use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    #[msdk(default = 1)]
    count: u32,
}

fn main() {}
