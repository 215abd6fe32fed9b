use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), token = none, token_also = "openkey")]
struct Ping;

fn main() {}
