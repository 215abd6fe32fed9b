use msdk::msdk_endpoints;

#[msdk_endpoints]
mod game {
    use msdk::msdk_endpoint;

    #[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
    pub struct Ping;
}

fn main() {}
