use msdk::chapter;

pub struct Ping;

chapter! {
    pub const GAME = "game": [Ping];
}

fn main() {}
