use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/users/{ids}/", method = POST, reply = ())]
struct Ping {
    ids: Vec<u32>,
}

fn main() {}
