use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), codes(2001 = retry("it is computed") 2002 = ignore("it is over")))]
struct Ping;

fn main() {}
