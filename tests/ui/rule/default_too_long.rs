use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(bytes = ..=3, default = "four")]
    text: Option<String>,
}

fn main() {}
