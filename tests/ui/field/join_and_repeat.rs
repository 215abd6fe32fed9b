use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = GET, reply = ())]
struct Ping {
    #[msdk(join = ",", repeat)]
    list: Vec<String>,
}

fn main() {}
