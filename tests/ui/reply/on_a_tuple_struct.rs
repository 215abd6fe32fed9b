use msdk::msdk_reply;

#[msdk_reply]
struct PingReply(bool);

fn main() {}
