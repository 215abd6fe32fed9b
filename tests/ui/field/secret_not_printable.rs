use msdk::{Secret, msdk_endpoint};

#[derive(Clone, Copy)]
struct Coins;

#[msdk_endpoint(path = "/game/pay/", method = POST, reply = ())]
#[derive(Debug)]
struct Pay {
    #[msdk(secret)]
    pin: u32,
    coins: Coins,
    token: Secret,
}

impl msdk::Encode for Coins {
    const SHAPE: msdk::Shape = msdk::Shape::Int;

    fn encode(&self, out: &mut msdk::Encoder<'_>) {
        1.encode(out);
    }
}

fn main() {}
