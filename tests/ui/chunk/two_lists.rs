use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(chunk, items = ..=50)]
    list: Vec<String>,
    #[msdk(chunk, items = ..=50)]
    other: Vec<String>,
}

fn main() {}
