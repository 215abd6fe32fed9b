use msdk::{msdk_endpoint, wire_enum};

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = Pong)]
struct Ping;

wire_enum! {
    enum Pong: int {
        Open = 1,
    }
}

fn main() {}
