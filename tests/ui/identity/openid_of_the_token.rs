use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), openid = "accessToken")]
struct Ping;

fn main() {}
