use msdk::msdk_endpoint;

struct Inner;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(flatten)]
    inner: Inner,
}

fn main() {}
