use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(nam = "Text")]
    text: String,
    #[msdk(items = 5..1)]
    list: Vec<String>,
    #[msdk(name = "list")]
    other: String,
}

fn main() {}
