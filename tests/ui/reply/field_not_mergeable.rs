use msdk::msdk_reply;

#[msdk_reply(merge)]
struct PingReply {
    list: Vec<String>,
    count: u32,
}

fn main() {}
