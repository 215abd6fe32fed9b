use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), token_also = "accessToken")]
struct Ping;

fn main() {}
