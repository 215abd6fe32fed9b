use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    #[serde(renam = "ids")]
    id: u32,
}

fn main() {}
