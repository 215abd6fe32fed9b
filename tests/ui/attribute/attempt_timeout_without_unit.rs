use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), attempt_timeout = 1)]
struct Ping;

fn main() {}
