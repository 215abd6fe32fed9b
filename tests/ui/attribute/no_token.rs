use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), no_token)]
struct Ping {
    id: u32,
}

fn main() {}
