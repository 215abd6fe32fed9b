use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = () idempotent)]
struct Ping;

fn main() {}
