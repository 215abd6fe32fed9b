use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    #[msdk(serde, flatten)]
    at: Moment,
}

#[derive(serde::Deserialize)]
struct Moment;

fn main() {}
