use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), app_key = "appkey")]
struct Ping {
    #[msdk(secret)]
    appkey: String,
}

fn main() {}
