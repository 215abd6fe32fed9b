use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), fixed(dst = yes))]
struct Ping;

fn main() {}
