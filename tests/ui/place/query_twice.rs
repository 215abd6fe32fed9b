use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(query)]
    id: u32,
    #[msdk(query, name = "id")]
    other: u32,
}

fn main() {}
