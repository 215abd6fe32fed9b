use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), method = POST)]
struct Ping;

fn main() {}
