use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), header("X-Id" = "x\ny"))]
struct Ping {
    id: u32,
}

fn main() {}
