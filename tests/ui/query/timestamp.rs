use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = GET, reply = ())]
struct Ping {
    timestamp: u64,
}

fn main() {}
