use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(range = 1..=MAX)]
    id: u32,
}

fn main() {}
