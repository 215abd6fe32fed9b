use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), query(page = 1))]
struct Ping {
    #[msdk(query)]
    page: u32,
}

fn main() {}
