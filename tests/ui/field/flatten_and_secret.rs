use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(flatten, secret)]
    inner: Inner,
}

fn main() {}
