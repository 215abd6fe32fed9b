use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), token = openkey)]
struct Ping;

fn main() {}
