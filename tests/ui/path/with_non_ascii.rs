use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/游戏/ping/", method = POST, reply = ())]
struct Ping;

fn main() {}
