use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/", method = POST, reply = ())]
struct Ping {
    id: u32,
}

fn main() {}
