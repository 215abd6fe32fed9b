use msdk::{Client, Session, msdk_object};

#[msdk_object]
struct Deed {
    kind: u32,
}

fn send(client: &Client, session: &Session) {
    drop(client.call(session, Deed { kind: 1 }));
}

fn main() {}
