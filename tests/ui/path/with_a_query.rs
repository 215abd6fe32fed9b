use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/?encode=1", method = POST, reply = ())]
struct Ping;

fn main() {}
