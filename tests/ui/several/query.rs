use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = GET, reply = ())]
struct Ping {
    sig: String,
    list: Vec<String>,
    password: String,
}

fn main() {}
