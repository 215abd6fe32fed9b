use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/#top", method = POST, reply = ())]
struct Ping;

fn main() {}
