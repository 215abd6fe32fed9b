use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), codes(busy = retry("it is computed")))]
struct Ping;

fn main() {}
