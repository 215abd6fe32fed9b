use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(header = "X-Ids")]
    ids: Vec<u32>,
}

fn main() {}
