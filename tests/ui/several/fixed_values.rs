use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), fixed(dst, flag = 1.5, openid = "x"))]
struct Ping;

fn main() {}
