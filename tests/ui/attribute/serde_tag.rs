use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
#[serde(tag = "kind")]
struct Ping {
    text: String,
}

fn main() {}
