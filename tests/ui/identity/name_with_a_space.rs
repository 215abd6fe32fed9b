use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), app_key = "app key")]
struct Ping;

fn main() {}
