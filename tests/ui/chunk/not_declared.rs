use msdk::{Client, Session, msdk_endpoint};

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping {
    list: Vec<String>,
}

fn send(client: &Client, session: &Session, request: Ping) {
    drop(client.call_in_chunks(session, request));
}

fn main() {}
