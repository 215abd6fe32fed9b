use msdk::{Client, Error, Session, msdk_endpoint, msdk_object};

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
struct SendDeeds {
    #[msdk(items = 1..)]
    param: Vec<Deed>,
}

#[msdk_object]
struct Deed {
    #[msdk(byte = ..=45)]
    text: String,
}

async fn call(client: &Client, session: &Session) -> Result<(), Error> {
    let deed = Deed { text: "won".to_owned() };
    println!("{}", deed.text.len());
    send_deeds(client, session, SendDeeds { param: vec![deed] }).await
}

fn main() {}
