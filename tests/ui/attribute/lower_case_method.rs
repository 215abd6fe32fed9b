use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = post, reply = ())]
struct Ping;

fn main() {}
