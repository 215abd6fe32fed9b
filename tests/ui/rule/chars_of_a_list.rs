use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(chars = 1..=50)]
    list: Vec<String>,
}

fn main() {}
