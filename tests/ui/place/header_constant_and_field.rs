use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), header("X-Id" = "x"))]
struct Ping {
    #[msdk(header = "x-id")]
    id: u32,
}

fn main() {}
