use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(range = 0..=300)]
    level: u8,
    #[msdk(one_of = [1, 300])]
    kind: u8,
    #[msdk(default = 300)]
    zone: Option<u8>,
}

fn main() {}
