use msdk::msdk_endpoint;

#[msdk_endpoint(path = "http://msdktest.qq.com/game/ping/", method = POST, reply = ())]
struct Ping;

fn main() {}
