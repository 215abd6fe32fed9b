use msdk::msdk_endpoint;

#[msdk_endpoint("/game/ping/", method = POST, reply = ())]
struct Ping;

fn main() {}
