//! The game server of `docs/testing-a-game-server.md` and its tests, word for word.

use std::{net::IpAddr, time::Duration};

use msdk::{
    Advice, Client, Session,
    qq::{
        auth::{VerifyLogin, verify_login},
        relation::{FriendScope, QqfriendsDetail},
    },
};

/// What the game shows after a login.
#[derive(Debug, PartialEq, Eq)]
enum Screen {
    /// The player is in, with so many friends; none if they are not known right now.
    Lobby(Option<usize>),
    /// The login has to be made again.
    Login,
    /// The platform does not answer as it should.
    TryLater,
}

async fn log_in(client: &Client, openid: &str, token: &str, userip: IpAddr) -> Screen {
    let session = Session::new(openid, token);
    match verify_login(client, &session, VerifyLogin { userip }).await {
        Ok(()) => {}
        Err(error) if error.advice() == Advice::LogInAgain => return Screen::Login,
        Err(_) => return Screen::TryLater,
    }
    let request = QqfriendsDetail { flag: FriendScope::WithoutSelf };
    let friends = client.call(&session, request).timeout(Duration::from_secs(2)).await;
    Screen::Lobby(friends.ok().filter(|reply| !reply.is_lost).map(|reply| reply.lists.len()))
}

mod tests {
    use std::net::Ipv4Addr;

    use msdk::qq::{auth::VerifyLogin, relation::QqfriendsDetail};
    use msdk_mock::{Fault, FaultRule, Gateway, InProcess, Refusal, demo};

    use super::*;

    async fn log_in_at(gateway: &InProcess) -> Screen {
        let client = gateway.client_builder().build().unwrap();
        log_in(&client, demo::CALLER, demo::CALLER_TOKEN, Ipv4Addr::LOCALHOST.into()).await
    }

    #[tokio::test]
    async fn a_player_logs_in() {
        let gateway = Gateway::builder().in_process();
        assert_eq!(log_in_at(&gateway).await, Screen::Lobby(Some(2)));
    }

    #[tokio::test]
    async fn a_token_that_expired_is_a_new_login() {
        let gateway = Gateway::builder().in_process();
        gateway.on::<VerifyLogin>().refuse(Refusal::platform(100_014, "expired")).times(1);
        assert_eq!(log_in_at(&gateway).await, Screen::Login);
    }

    #[tokio::test(start_paused = true)]
    async fn friends_that_take_too_long_keep_nobody_out() {
        let gateway = Gateway::builder().in_process();
        gateway.on::<QqfriendsDetail>().pass().delay(Duration::from_secs(60));
        assert_eq!(log_in_at(&gateway).await, Screen::Lobby(None));
    }

    #[tokio::test]
    async fn a_degraded_list_is_not_taken_for_the_friends() {
        let gateway = Gateway::builder().in_process();
        gateway.add_fault(FaultRule::new(Fault::IsLost).at("/relation/qqfriends_detail/")).unwrap();
        assert_eq!(log_in_at(&gateway).await, Screen::Lobby(None));
    }

    #[tokio::test(start_paused = true)]
    async fn a_platform_that_is_down_says_try_later() {
        let gateway = Gateway::builder().in_process();
        gateway.add_fault(FaultRule::new(Fault::Html { status: 502 })).unwrap();
        assert_eq!(log_in_at(&gateway).await, Screen::TryLater);
    }
}
