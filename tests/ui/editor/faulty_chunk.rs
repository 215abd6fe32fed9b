use msdk::{Client, Session, msdk_endpoint, msdk_reply};

#[msdk_endpoint(path = "/game/ping/", method = POST)]
struct Ping {
    #[msdk(chunk)]
    list: Vec<String>,
}

#[msdk_reply(merge)]
struct PingReply {
    pong: bool,
}

async fn call(client: &Client, session: &Session, request: Ping) -> bool {
    println!("{}", request.list.len());
    client.call_in_chunks(session, request).await.is_ok()
}

fn main() {}
