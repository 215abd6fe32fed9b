use msdk::msdk_endpoint;

#[msdk_endpoint(path = "game/ping/", method = FETCH, reply = (), idempotant)]
struct Ping;

fn main() {}
