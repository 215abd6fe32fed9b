use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), fixed(dst))]
struct Ping;

fn main() {}
