use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), query())]
struct Ping {
    id: u32,
}

fn main() {}
