use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[msdk(bytes = ..=45, bytes = ..=50)]
    text: String,
}

fn main() {}
