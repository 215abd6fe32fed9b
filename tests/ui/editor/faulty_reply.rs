use msdk::{Client, Error, Session, msdk_endpoint, msdk_reply};

#[msdk_endpoint(path = "/game/ping/", method = POST)]
struct Ping {
    text: String,
}

#[msdk_reply]
struct PingReply {
    #[msdk(nam)]
    pong: bool,
}

async fn call(client: &Client, session: &Session) -> Result<bool, Error> {
    let request = Ping { text: "hello".to_owned() };
    println!("{}", request.text.len());
    client.prepare(session, &request)?;
    let reply = client.call(session, request).await?;
    Ok(reply.pong)
}

fn main() {}
