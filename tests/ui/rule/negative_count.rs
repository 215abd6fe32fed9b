use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(bytes = -1..=45)]
    text: String,
}

fn main() {}
