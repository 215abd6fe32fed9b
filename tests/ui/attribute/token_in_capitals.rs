use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, token = None, reply = ())]
struct Ping;

fn main() {}
