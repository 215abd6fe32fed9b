use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", reply = ())]
struct Ping;

fn main() {}
