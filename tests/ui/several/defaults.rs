use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(default = 1)]
    kind: u32,
    #[msdk(range = 1..=2, default = 3)]
    zone: Option<u32>,
    #[msdk(default = 1.5)]
    share: Option<f64>,
}

fn main() {}
