use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    #[msdk(filled)]
    text: Option<String>,
}

fn main() {}
