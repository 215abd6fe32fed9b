use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    #[serde(alias = "all")]
    #[msdk(flatten)]
    inner: Inner,
}

#[msdk_reply]
struct Inner {
    id: u32,
}

fn main() {}
