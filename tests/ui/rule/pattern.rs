use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(regex = "[0-9]+")]
    id: String,
}

fn main() {}
