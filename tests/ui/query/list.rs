use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = GET, reply = ())]
struct Ping {
    list: Vec<String>,
}

fn main() {}
