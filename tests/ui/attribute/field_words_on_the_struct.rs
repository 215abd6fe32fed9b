use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
#[msdk(name = "ping")]
struct Ping {
    text: String,
}

fn main() {}
