use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(one_of = ["a", "b"], default = "c")]
    text: Option<String>,
}

fn main() {}
