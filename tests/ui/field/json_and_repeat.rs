use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = GET, reply = ())]
struct Ping {
    #[msdk(json, repeat)]
    list: Vec<String>,
}

fn main() {}
