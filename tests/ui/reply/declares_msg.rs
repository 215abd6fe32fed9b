use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    #[msdk(name = "msg")]
    text: String,
}

fn main() {}
