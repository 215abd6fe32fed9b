use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), crate = "::msdk")]
struct Ping;

fn main() {}
