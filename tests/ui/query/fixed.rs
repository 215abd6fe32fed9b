use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = GET, reply = (), fixed(encode = 2))]
struct Ping;

fn main() {}
