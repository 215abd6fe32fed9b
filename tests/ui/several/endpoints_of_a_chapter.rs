use msdk::{chapter, msdk_endpoint};

#[msdk_endpoint(path = "/game/ping/", methd = POST, reply = ())]
pub struct Ping;

#[msdk_endpoint(path = "game/pong/", method = POST, reply = ())]
pub struct Pong;

#[msdk_endpoint(path = "", method = POST, reply = ())]
pub struct Peng;

chapter! {
    pub const GAME = "game": [Ping, Pong, Peng];
}

fn main() {}
