use msdk::msdk_endpoint;

#[msdk_endpoint(path = game, method = POST, reply = ())]
struct Ping;

fn main() {}
