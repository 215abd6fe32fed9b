use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(chunk = 50)]
    id: Vec<u32>,
}

fn main() {}
