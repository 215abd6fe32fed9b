use msdk::msdk_endpoint;

const PATH: &str = "/game/ping/";

#[msdk_endpoint(path = PATH, method = POST, reply = ())]
struct Ping;

fn main() {}
