use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(flatten, bytes = ..=45)]
    inner: Inner,
}

fn main() {}
