use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), timeout = 1.5s)]
struct Ping;

fn main() {}
