use msdk::msdk_endpoint;

#[msdk_endpoint(path: "/game/ping/", method = POST reply = (), timeout =)]
struct Ping;

fn main() {}
