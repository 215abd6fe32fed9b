use msdk::msdk_reply;

#[derive(Clone, Debug)]
/// The answer.
#[msdk_reply]
#[derive(PartialEq)]
struct PingReply {
    access_token: String,
}

fn main() {}
