use msdk::{Client, Error, Session, msdk_endpoint};

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), function = "send_ping")]
struct Ping;

async fn call(client: &Client, session: &Session) -> Result<(), Error> {
    send_ping(client, session, Ping).await
}

fn main() {}
