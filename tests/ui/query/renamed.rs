use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = GET, reply = ())]
struct Ping {
    #[msdk(name = "encode")]
    coding: u32,
}

fn main() {}
