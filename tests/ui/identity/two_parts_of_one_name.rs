use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), token = "openid")]
struct Ping;

fn main() {}
