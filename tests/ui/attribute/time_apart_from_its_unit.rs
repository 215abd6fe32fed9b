use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), timeout = 3 s)]
struct Ping {
    id: u32,
}

fn main() {}
