use msdk::declare::Endpoint as _;

use std::collections::*;

use msdk::*;

#[msdk_endpoint(path = "/game/ping/", method = POST)]
struct Ping;

struct Pong(HashSet<OpenId>);

async fn call(client: &Client, session: &Session) -> Result<(), Error> {
    ping(client, session, Ping).await
}

fn main() {}
