use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(default = 1)]
    flag: Option<bool>,
}

fn main() {}
