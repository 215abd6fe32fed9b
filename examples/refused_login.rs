//! Handles a login that the platform refuses.
//!
//! ```text
//! cargo run --example refused_login
//! ```

use std::net::{IpAddr, Ipv4Addr};

use msdk::{
    Advice, Client, Error, Session, Turn,
    qq::auth::{VerifyLogin, verify_login},
};
use msdk_mock::{Gateway, TokenState, demo};

/// What a game server does with a player who wants in.
#[derive(Debug, PartialEq, Eq)]
enum Decision {
    /// The login is valid.
    LetIn,
    /// The token is no longer good: the game's client has to log in again.
    LogInAgain,
    /// No login helps: tell the player so.
    TurnAway,
    /// Nobody knows: ask again later.
    TryLater,
}

async fn decide(client: &Client, session: &Session) -> Result<Decision, Error> {
    let userip = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let Err(error) = verify_login(client, session, VerifyLogin { userip }).await else { return Ok(Decision::LetIn) };
    println!("{error}");
    match error.advice() {
        Advice::LogInAgain | Advice::RefreshToken => Ok(Decision::LogInAgain),
        // No login helps, as with a frozen account.
        _ if error.turn() == Turn::Player => Ok(Decision::TurnAway),
        Advice::Retry | Advice::SlowDown => Ok(Decision::TryLater),
        // A mistake of the server's own, such as a wrong app key: no player can mend it.
        _ => Err(error),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let gateway = Gateway::start().await?;
    let settings = Client::builder().app_id(gateway.app_id()).app_key(gateway.app_key());
    let client = settings.base_url(gateway.base_url()).build()?;

    let session = Session::new(demo::CALLER, demo::CALLER_TOKEN);
    for (state, expected) in [
        (TokenState::Valid, Decision::LetIn),
        (TokenState::Expired, Decision::LogInAgain),
        (TokenState::Revoked, Decision::LogInAgain),
        (TokenState::PasswordChanged, Decision::LogInAgain),
    ] {
        gateway.with_world(|world| world.players.get_mut(demo::CALLER).map(|caller| caller.token_state = state));
        let decision = decide(&client, &session).await?;
        println!("the token is {state:?}: {decision:?}\n");
        assert_eq!(decision, expected);
    }

    let wrong_key = Client::builder().app_id(gateway.app_id()).app_key("wrong").base_url(gateway.base_url()).build()?;
    assert!(decide(&wrong_key, &session).await.is_err_and(|error| error.advice() == Advice::FixRequest));
    println!("the app key is wrong: no decision about the player\n");

    drop(gateway);
    let decision = decide(&client, &session).await?;
    println!("the gateway is gone: {decision:?}");
    assert_eq!(decision, Decision::TryLater);
    Ok(())
}
