use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[serde(with = "dates")]
    text: String,
}

fn main() {}
