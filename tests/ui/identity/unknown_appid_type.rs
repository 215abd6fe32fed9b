use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), appid = float)]
struct Ping;

fn main() {}
