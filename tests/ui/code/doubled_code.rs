use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), codes(-4001 = retry("it is computed"), -4001 = ignore("it is over")))]
struct Ping;

fn main() {}
