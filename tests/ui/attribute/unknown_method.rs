use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = FETCH, reply = ())]
struct Ping;

fn main() {}
