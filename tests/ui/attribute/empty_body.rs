use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), appid = none, openid = none, token = none)]
struct Ping;

fn main() {}
