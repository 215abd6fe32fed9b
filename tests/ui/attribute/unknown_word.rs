use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), retries = 3)]
struct Ping;

fn main() {}
