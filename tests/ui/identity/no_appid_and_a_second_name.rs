use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), appid = none, appid_also = "oauth_consumer_key")]
struct Ping;

fn main() {}
