use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/users/{id}/", method = POST, reply = ())]
struct Ping {
    #[msdk(query)]
    id: u32,
}

fn main() {}
