//! Declares an endpoint that no document has, and calls it on a gateway that answers it.
//!
//! ```text
//! cargo run --example declare
//! ```

use msdk::{Client, Session, declare::Endpoint, msdk_endpoint, msdk_reply};
use msdk_mock::{Gateway, demo};
use serde_json::json;

/// Moves coins from the player's purse to a friend's.
#[msdk_endpoint(path = "/game/give_coins/", method = POST, token = "openkey", timeout = 2s)]
#[derive(Debug)]
pub struct GiveCoins {
    /// The friend.
    pub fopenid: String,
    /// How many coins, 1 to 100.
    #[msdk(range = 1..=100)]
    pub coins: u32,
    /// What the friend reads beside them, up to 45 bytes.
    #[msdk(name = "greetingText", bytes = ..=45)]
    pub greeting: Option<String>,
}

/// What is left.
#[msdk_reply]
#[derive(Debug, PartialEq)]
pub struct GiveCoinsReply {
    /// The coins in the player's purse; the gateway sends them as a string, as the platform likes to.
    pub left: u32,
    /// Whether the purse is nearly empty.
    #[msdk(default)]
    pub low: bool,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let gateway = Gateway::builder()
        .endpoint(GiveCoins::META, |_, call| {
            let coins = call.int("coins");
            Ok(json!({ "left": (120 - coins).to_string(), "low": u8::from(coins > 90) }))
        })
        .start()
        .await?;
    let client =
        Client::builder().app_id(gateway.app_id()).app_key(gateway.app_key()).base_url(gateway.base_url()).build()?;
    let session = Session::new(demo::CALLER, demo::CALLER_TOKEN);

    let gift = GiveCoins { fopenid: demo::FRIEND.into(), coins: 95, greeting: Some("给你".into()) };
    let reply = give_coins(&client, &session, gift).await?;
    println!("{reply:?}");
    assert_eq!(reply, GiveCoinsReply { left: 25, low: true });

    // A rule is checked before anything is sent.
    let gift = GiveCoins { fopenid: demo::FRIEND.into(), coins: 500, greeting: None };
    let error = give_coins(&client, &session, gift).await.expect_err("500 coins are too many");
    println!("{error}");
    assert_eq!(gateway.received().len(), 1);
    Ok(())
}
