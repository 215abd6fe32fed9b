use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = Result<(), msdk::Error>)]
struct Ping;

fn main() {}
