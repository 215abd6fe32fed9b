use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, platform = weixin, reply = ())]
struct Ping;

fn main() {}
