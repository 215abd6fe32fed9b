use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(min = 1, max = 9)]
    id: u32,
}

fn main() {}
