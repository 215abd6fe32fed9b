use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), appid = float, token = openkey, app_key = "")]
struct Ping;

fn main() {}
