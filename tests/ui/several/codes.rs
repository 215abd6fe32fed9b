use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), codes(0 = retry("it is done"), 1 = repeat("it is computed"), 2 = ignore(2)))]
struct Ping;

fn main() {}
