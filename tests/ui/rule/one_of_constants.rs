use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(one_of = [OPEN, CLOSED])]
    id: u32,
}

fn main() {}
