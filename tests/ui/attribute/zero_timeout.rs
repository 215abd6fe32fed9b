use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), timeout = 0s)]
struct Ping;

fn main() {}
