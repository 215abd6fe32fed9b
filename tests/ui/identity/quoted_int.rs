use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), appid = "int")]
struct Ping;

fn main() {}
