use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    children: Vec<PingReply>,
}

fn main() {}
