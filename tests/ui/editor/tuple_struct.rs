use msdk::{Client, Error, Session, msdk_endpoint};

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct Ping(String);

async fn call(client: &Client, session: &Session) -> Result<(), Error> {
    let request = Ping("hello".to_owned());
    println!("{}", request.0.len());
    ping(client, session, request).await
}

fn main() {}
