use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), idempotent = true)]
struct Ping;

fn main() {}
