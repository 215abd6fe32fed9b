use msdk::msdk_endpoint;

use std::collections::HashMap;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    extra: HashMap<String, String>,
}

fn main() {}
