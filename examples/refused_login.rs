//! Handles a login that the platform refuses.
//!
//! ```text
//! cargo run --example refused_login
//! ```

use std::net::{IpAddr, Ipv4Addr};

use msdk::{
    Client, Error, ErrorKind, Session,
    qq::auth::{VerifyLogin, verify_login},
};
use msdk_mock::{Gateway, demo};

/// What a game server does with a player who wants in.
#[derive(Debug, PartialEq, Eq)]
enum Decision {
    /// The login is valid.
    LetIn,
    /// The token is no longer good: the game's client has to log in again.
    LogInAgain,
    /// Nobody knows: ask again later.
    TryLater,
}

async fn decide(client: &Client, session: &Session) -> Result<Decision, Error> {
    let userip = IpAddr::V4(Ipv4Addr::LOCALHOST);
    match verify_login(client, session, VerifyLogin { userip }).await {
        Ok(()) => Ok(Decision::LetIn),
        // The platform's own word for "authorise again".
        Err(error) if error.err_type() == Some(2) => Ok(Decision::LogInAgain),
        Err(error) => match (error.kind(), error.platform_code()) {
            // Tokens that expired, were revoked, lack the player's consent, or ended with a change of the password.
            (ErrorKind::Refused, Some(100_013..=100_016 | 100_030 | -73 | -24 | -23 | -21 | -20)) => {
                Ok(Decision::LogInAgain)
            }
            (ErrorKind::NotSent | ErrorKind::Transport | ErrorKind::HttpStatus, _) => Ok(Decision::TryLater),
            // A mistake of the server's own, such as a wrong app key: no player can mend it.
            _ => Err(error),
        },
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let gateway = Gateway::start().await?;
    let settings = Client::builder().app_id(gateway.app_id()).app_key(gateway.app_key());
    let client = settings.base_url(gateway.base_url()).build()?;

    let good = Session::new(demo::CALLER, demo::CALLER_TOKEN);
    let forged = Session::new(demo::CALLER, "00000000000000000000000000000000");
    for (session, expected) in [(good.clone(), Decision::LetIn), (forged, Decision::LogInAgain)] {
        let decision = decide(&client, &session).await?;
        println!("{session:?}: {decision:?}");
        assert_eq!(decision, expected);
    }

    drop(gateway);
    let decision = decide(&client, &good).await?;
    println!("the gateway is gone: {decision:?}");
    assert_eq!(decision, Decision::TryLater);
    Ok(())
}
