use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), query(sig = "x"))]
struct Ping {
    id: u32,
}

fn main() {}
