use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(one_of = [1, 300])]
    id: u8,
}

fn main() {}
