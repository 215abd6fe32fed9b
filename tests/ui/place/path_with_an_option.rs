use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/users/{id}/", method = POST, reply = ())]
struct Ping {
    id: Option<u32>,
}

fn main() {}
