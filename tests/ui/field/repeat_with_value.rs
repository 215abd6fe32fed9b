use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = GET, reply = ())]
struct Ping {
    #[msdk(repeat = true)]
    list: Vec<String>,
}

fn main() {}
