use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = Vec<u32>)]
struct Ping;

fn main() {}
