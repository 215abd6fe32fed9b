use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(name = "previewText")]
    #[serde(rename = "preview_text")]
    text: String,
}

fn main() {}
