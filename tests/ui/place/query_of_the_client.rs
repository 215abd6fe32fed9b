use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(query)]
    timestamp: u32,
}

fn main() {}
