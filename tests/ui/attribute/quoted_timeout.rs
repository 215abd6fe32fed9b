use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), timeout = "3s")]
struct Ping;

fn main() {}
