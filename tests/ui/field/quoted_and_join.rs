use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(quoted, join = ",")]
    ids: Vec<u32>,
}

fn main() {}
