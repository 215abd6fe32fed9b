use msdk::msdk_endpoint;

use std::collections::BTreeMap;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(join = ",")]
    extra: BTreeMap<String, String>,
}

fn main() {}
