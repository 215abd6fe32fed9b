use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), deprecated = "")]
struct Ping;

fn main() {}
