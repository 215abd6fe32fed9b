use msdk::{msdk_endpoint, msdk_object, msdk_reply};

#[msdk_endpoint(path = "/game/ping/", method = POST, retries = 3)]
struct Ping {
    deed: Deed,
}

#[msdk_object]
struct Deed {
    #[msdk(byte = ..=45)]
    text: String,
}

#[msdk_reply]
struct PingReply {
    ret: i32,
}

fn main() {}
