use msdk::{chapter, msdk_endpoint};

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
pub struct Ping;

#[msdk_endpoint(path = "", method = POST, reply = ())]
pub struct Pong;

chapter! {
    pub const GAME = "game": [Ping, Pong];
}

fn main() {}
