use msdk::msdk_endpoints;

#[msdk_endpoints(timeout = 3)]
mod game {
    use msdk::msdk_endpoint;

    #[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
    pub struct Ping;

    #[msdk_endpoint(path = "/game/pong/", method = POST, reply = ())]
    pub struct Pong;
}

fn main() {}
