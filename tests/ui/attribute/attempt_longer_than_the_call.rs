use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), timeout = 1s, attempt_timeout = 1500ms)]
struct Ping;

fn main() {}
