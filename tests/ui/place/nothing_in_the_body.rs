use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/users/{id}/", method = POST, reply = (), appid = none, openid = none, token = none)]
struct Ping {
    id: u32,
}

fn main() {}
