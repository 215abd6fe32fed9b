use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/pay/", method = POST, reply = ())]
#[derive(Debug)]
struct Pay {
    #[msdk(secret, byte = 1..)]
    pin: String,
}

fn main() {
    println!("{:?}", Pay { pin: String::new() });
}
