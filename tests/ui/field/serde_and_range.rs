use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(serde, range = 1..)]
    level: u32,
}

fn main() {}
