use msdk::msdk_endpoints;

#[msdk_endpoints(idempotent)]
struct Ping;

fn main() {}
