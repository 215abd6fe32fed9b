use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    #[msdk(defalt)]
    pong: bool,
}

fn main() {}
