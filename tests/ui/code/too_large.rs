use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), codes(9223372036854775808 = retry("it is computed")))]
struct Ping;

fn main() {}
