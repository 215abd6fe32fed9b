use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    #[msdk(filled, default)]
    text: String,
}

fn main() {}
