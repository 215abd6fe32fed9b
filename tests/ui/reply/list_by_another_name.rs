use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = Pongs)]
struct Ping;

type Pongs = Vec<u32>;

fn main() {}
