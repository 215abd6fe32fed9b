use msdk::msdk_endpoint;

#[msdk_endpoint(method = POST, reply = ())]
struct Ping;

fn main() {}
