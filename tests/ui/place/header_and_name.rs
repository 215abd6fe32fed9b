use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(name = "id", header = "X-Id")]
    trace: u32,
}

fn main() {}
