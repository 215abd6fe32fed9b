use msdk::msdk_endpoint;

#[derive(Debug)]
#[msdk_endpoint(path = "/game/pay/", method = POST, reply = ())]
struct Pay {
    #[msdk(secret)]
    pin: u32,
}

fn main() {}
