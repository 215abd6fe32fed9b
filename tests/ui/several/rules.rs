use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(bytes = 45)]
    text: String,
    #[msdk(range = ..)]
    kind: u32,
    #[msdk(one_of = [])]
    zone: u32,
}

fn main() {}
