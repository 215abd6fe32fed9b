use msdk::msdk_endpoint;

struct Ping;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
impl Ping {}

fn main() {}
