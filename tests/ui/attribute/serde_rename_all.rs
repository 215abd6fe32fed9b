use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
#[serde(rename_all = "camelCase")]
struct Ping {
    text: String,
}

fn main() {}
