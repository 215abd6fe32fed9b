use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(default = "a", join = ",")]
    list: Option<Vec<String>>,
}

fn main() {}
