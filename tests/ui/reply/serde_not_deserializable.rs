use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    #[msdk(serde)]
    at: Moment,
}

struct Moment;

fn main() {}
