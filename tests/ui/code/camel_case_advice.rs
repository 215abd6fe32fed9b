use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), codes(2001 = LogInAgain("it has ended")))]
struct Ping;

fn main() {}
