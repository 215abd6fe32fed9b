use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(chunk)]
    list: Vec<String>,
    #[msdk(chunk, items = ..=5, join = ",")]
    other: Vec<String>,
}

fn main() {}
