use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[serde(rename(serialize = "a", deserialize = "b"))]
    text: String,
}

fn main() {}
