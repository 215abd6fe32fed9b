use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), fixed(dst = 1.5))]
struct Ping;

fn main() {}
