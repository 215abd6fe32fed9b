use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = GET, reply = ())]
struct Ping {
    #[msdk(quoted)]
    level: u32,
}

fn main() {}
