use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), fixed(dst: 1001))]
struct Ping {
    id: u32,
}

fn main() {}
