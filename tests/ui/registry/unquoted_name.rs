use msdk::{chapter, msdk_endpoint};

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
pub struct Ping;

chapter! {
    pub const GAME = game: [Ping];
}

fn main() {}
