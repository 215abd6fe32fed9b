use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(one_of = [1, 2, 1])]
    id: u32,
}

fn main() {}
