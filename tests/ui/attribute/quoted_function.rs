use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), function = "send_ping")]
struct Ping;

fn main() {}
