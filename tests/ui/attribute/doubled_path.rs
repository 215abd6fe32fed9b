use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), path = "/game/ping/")]
struct Ping;

fn main() {}
