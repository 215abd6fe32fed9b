use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/users/user-{id}/", method = POST, reply = ())]
struct Ping {
    id: u32,
}

fn main() {}
