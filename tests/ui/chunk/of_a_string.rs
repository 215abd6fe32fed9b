use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(chunk, items = ..=50)]
    text: String,
}

fn main() {}
