use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(range = 0.5..=1.5)]
    share: f64,
}

fn main() {}
