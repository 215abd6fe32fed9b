use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), fixed(openid = "x"))]
struct Ping;

fn main() {}
