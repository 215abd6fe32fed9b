use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), fixed(dst = 1001, dst = 1002))]
struct Ping;

fn main() {}
