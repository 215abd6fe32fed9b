use msdk::{chapter, metadata::Chapter, msdk_endpoint};

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
pub struct Ping;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
pub struct Pong;

chapter! {
    pub const GAME = "game": [Ping];
}

chapter! {
    pub const MATCH = "match": [Pong];
}

pub const CHAPTERS: [Chapter; 2] = Chapter::distinct([GAME, MATCH]);

fn main() {}
