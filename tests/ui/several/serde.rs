use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[serde(flatten)]
    one: String,
    #[serde(skip)]
    two: String,
    #[serde(with = "dates")]
    three: String,
}

fn main() {}
