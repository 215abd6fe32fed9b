use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), codes = 2001)]
struct Ping;

fn main() {}
