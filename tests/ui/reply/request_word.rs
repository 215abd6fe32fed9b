use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    #[msdk(bytes = ..=45)]
    text: String,
}

fn main() {}
