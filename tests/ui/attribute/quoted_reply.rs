use msdk::{msdk_endpoint, msdk_reply};

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = "PingReply")]
struct Ping;

#[msdk_reply]
struct PingReply {
    pong: bool,
}

fn main() {}
