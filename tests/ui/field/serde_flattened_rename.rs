use msdk::{msdk_endpoint, msdk_object};

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[serde(rename = "all")]
    #[msdk(flatten)]
    inner: Inner,
}

#[msdk_object]
struct Inner {
    id: u32,
}

fn main() {}
