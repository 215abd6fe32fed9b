use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(items = 1..)]
    text: String,
    #[msdk(bytes = ..=5)]
    kind: u32,
    #[msdk(range = 1..)]
    list: Vec<u32>,
}

fn main() {}
