use msdk::{Client, Session, msdk_endpoint, msdk_reply};

#[msdk_endpoint(path = "/game/ping/", method = POST)]
struct Ping {
    #[msdk(chunk, items = ..=50)]
    list: Vec<String>,
}

#[msdk_reply]
struct PingReply {
    list: Vec<String>,
}

async fn send(client: &Client, session: &Session, request: Ping) {
    client.call_in_chunks(session, request).await.unwrap();
}

fn main() {}
