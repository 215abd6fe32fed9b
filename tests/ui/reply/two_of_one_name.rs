use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    text: String,
    #[msdk(name = "text")]
    other: String,
}

fn main() {}
