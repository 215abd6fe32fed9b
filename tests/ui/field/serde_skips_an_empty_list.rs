use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ids: Vec<u32>,
}

fn main() {}
