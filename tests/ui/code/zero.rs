use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), codes(0 = ignore("it is done")))]
struct Ping;

fn main() {}
