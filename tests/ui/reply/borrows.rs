use msdk::msdk_reply;

#[msdk_reply]
struct PingReply<'a> {
    text: &'a str,
}

fn main() {}
