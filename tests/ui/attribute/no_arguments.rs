use msdk::msdk_endpoint;

#[msdk_endpoint]
struct Ping;

fn main() {}
