use msdk::msdk_endpoint;

#[msdk_endpoint(post, path = "/game/ping/", reply = ())]
struct Ping {
    id: u32,
}

fn main() {}
