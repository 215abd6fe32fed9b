use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(serde)]
    at: Moment,
}

struct Moment;

fn main() {}
