use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(items = ..=5000000000)]
    list: Vec<String>,
}

fn main() {}
