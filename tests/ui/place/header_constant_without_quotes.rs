use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), header(XName = "x"))]
struct Ping {
    id: u32,
}

fn main() {}
