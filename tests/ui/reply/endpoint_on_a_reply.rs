use msdk::msdk_endpoint;

#[msdk_endpoint]
struct PingReply {
    pong: bool,
}

fn main() {}
