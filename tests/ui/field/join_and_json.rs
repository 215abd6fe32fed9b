use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(join = ",", json)]
    list: Vec<String>,
}

fn main() {}
