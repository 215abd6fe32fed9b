use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), range = 1..=9)]
struct Ping {
    id: u32,
}

fn main() {}
