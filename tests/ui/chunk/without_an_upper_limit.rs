use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(chunk, items = 1..)]
    list: Vec<String>,
}

fn main() {}
