use msdk::msdk_endpoint;

struct Inner;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    one: Inner,
    two: Vec<Inner>,
    #[msdk(flatten)]
    three: Inner,
}

fn main() {}
