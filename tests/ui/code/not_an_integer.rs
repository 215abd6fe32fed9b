use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), codes(2.5 = retry("it is computed")))]
struct Ping;

fn main() {}
