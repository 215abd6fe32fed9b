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

impl msdk::declare::Encode for Coins {
    const SHAPE: msdk::metadata::Shape = msdk::metadata::Shape::Int;

    fn encode(&self, out: &mut msdk::declare::Encoder<'_>) {
        1.encode(out);
    }
}

fn main() {}
