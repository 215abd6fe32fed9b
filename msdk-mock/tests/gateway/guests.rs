//! Players without a login.

use msdk::{Session, declare::Endpoint, msdk_endpoint};
use msdk_endpoints::qq::{
    profile::{GetGift, GetWifi},
    relation::Qqprofile,
};
use msdk_mock::{Gateway, Player, TokenState, demo};
use serde_json::json;

use crate::support::{NOW, Raw, answer, client, refusal};

/// Checks a guest's token; the one endpoint for guests that the vendor documents, in a later edition.
#[msdk_endpoint(path = "/auth/guest_check_token/", method = POST, openid = "guestid", idempotent, reply = ())]
#[derive(Debug, Clone)]
struct GuestCheckToken;

async fn start() -> Gateway {
    let builder = Gateway::builder().clock(NOW).endpoint(GuestCheckToken::META, |world, call| {
        assert_eq!(call.is_guest(), world.players[call.openid()].openid.starts_with("G_"));
        Ok(json!({"msg": if call.is_guest() { "ok" } else { "no guest" }}))
    });
    let gateway = builder.endpoint(Qqprofile::META, |_, _| Ok(json!({}))).start().await.unwrap();
    gateway.with_world(|world| world.players.insert("G_1A2B".into(), Player::new("G_1A2B", "TOKEN")));
    gateway
}

#[tokio::test]
async fn are_admitted_to_endpoints_that_a_game_declares() {
    let gateway = start().await;
    client(&gateway).call(&Session::guest("1A2B", "TOKEN"), GuestCheckToken).await.unwrap();
    let received = gateway.received();
    assert!(received[0].query.contains(&("appid".into(), "G_100703379".into())));
    assert_eq!(answer(&gateway, GuestCheckToken).await, json!({"ret": 0, "msg": "no guest"}));
}

#[tokio::test]
async fn are_refused_with_110_where_they_are_not_who_they_say() {
    let gateway = start().await;
    let of = |id: &str, token: &str| Raw::by(&gateway, &Session::guest(id, token), GuestCheckToken);
    let unknown = "openid is invalid: no player of the gateway's world has it (World::with_player adds one)";
    assert_eq!(of("9", "TOKEN").send(&gateway).await, refusal(-110, unknown));
    let guessed = "accessToken is not the token of this player";
    assert_eq!(of("1A2B", "guessed").send(&gateway).await, refusal(-110, guessed));
    gateway.with_world(|world| world.players.get_mut("G_1A2B").unwrap().token_state = TokenState::Expired);
    assert_eq!(of("1A2B", "TOKEN").send(&gateway).await, refusal(-110, "accessToken is expired"));
}

/// Also where a handler of the test's own answers for the path.
#[tokio::test]
async fn are_refused_with_901_by_the_documented_endpoints() {
    let gateway = start().await;
    let guest = Session::guest("1A2B", "TOKEN");
    for raw in
        [Raw::by(&gateway, &guest, Qqprofile), Raw::by(&gateway, &guest, GetGift), Raw::by(&gateway, &guest, GetWifi)]
    {
        assert_eq!(raw.send(&gateway).await, refusal(-901, "guests may not call this endpoint"));
    }
    let wifi = gateway.with_world(|world| world.players[demo::CALLER].wifi);
    assert!(wifi, "the world is the demo's");
}
