use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    text: &'static str,
}

fn main() {}
