use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = GET, reply = ())]
struct Ping {
    #[msdk(repeat)]
    text: String,
}

fn main() {}
