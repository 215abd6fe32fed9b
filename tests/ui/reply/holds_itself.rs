use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    next: Option<PingReply>,
}

fn main() {}
