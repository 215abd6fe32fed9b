use msdk::msdk_endpoint;

#[msdk_endpoint(path = 5, method = POST, reply = ())]
struct Ping;

fn main() {}
