use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), appid = "app_id")]
struct Ping;

fn main() {}
