use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(bytes = ..=45)]
    count: u32,
}

fn main() {}
