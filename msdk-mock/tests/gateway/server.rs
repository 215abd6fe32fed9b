//! The server around the endpoints: its settings, its memory, its end.

use std::{io::Read, net::TcpStream};

use msdk::Session;
use msdk_endpoints::qq::relation::Qqprofile;
use msdk_mock::{Gateway, Player, World, demo};

use crate::support::{NOW, Raw, answer, caller, client, refusal, start};

#[tokio::test]
async fn serves_a_world_and_an_app_of_ones_own() {
    let world = World::empty().with_player(Player::new("OPENID", "TOKEN").with_nickname("小明"));
    let gateway = Gateway::builder().app(7, "key").world(world).clock(NOW).start().await.unwrap();
    assert_eq!((gateway.app_id(), gateway.app_key()), ("7", "key"));
    let profile = client(&gateway).call(&Session::new("OPENID", "TOKEN"), Qqprofile).await.unwrap();
    assert_eq!(profile.nick_name, "小明");
}

#[tokio::test]
async fn runs_on_the_clock_of_the_system_by_default() {
    let gateway = Gateway::start().await.unwrap();
    let builder = msdk::Client::builder().app_id(gateway.app_id()).app_key(gateway.app_key());
    let client = builder.base_url(gateway.base_url()).build().unwrap();
    assert_eq!(client.call(&caller(), Qqprofile).await.unwrap().nick_name, "憨特");
}

#[tokio::test]
async fn remembers_requests_and_prints_no_secrets() {
    let gateway = start().await;
    let raw = Raw::of(&gateway, Qqprofile);
    assert_eq!(answer(&gateway, Qqprofile).await["ret"], 0);
    let refused = raw.clone().set("encode", "0").send(&gateway).await;
    assert_eq!(refused, refusal(-506, "`encode` must be 1"));

    let received = gateway.received();
    let [admitted, refused] = received.as_slice() else { panic!("{} requests", received.len()) };
    assert_eq!((&admitted.method, &admitted.path, &admitted.query), (&raw.method, &raw.path, &raw.query));
    assert_eq!(admitted.body, raw.body);
    assert!(admitted.headers.contains_key("host"));
    assert!(refused.raw_query.ends_with("&encode=0"));
    let expected = "Received { method: POST, path: \"/relation/qqprofile/\", \
                    parameters: [\"timestamp\", \"appid\", \"sig\", \"openid\", \"encode\", \"conn\"], \
                    body_bytes: 114, .. }";
    assert_eq!(format!("{admitted:?}"), expected);
    assert!(!format!("{gateway:?}").contains(gateway.app_key()));
    assert!(!gateway.with_world(|world| format!("{world:?}")).contains(demo::CALLER_TOKEN));
}

#[tokio::test]
async fn refuses_bodies_beyond_its_limit() {
    let gateway = start().await;
    let raw = Raw { body: vec![b' '; 1024 * 1024 + 1], ..Raw::of(&gateway, Qqprofile) };
    assert_eq!(raw.send(&gateway).await, refusal(-101, "the HTTP body broke off or is larger than 1 MiB"));
    assert_eq!(gateway.received()[0].body.len(), 0);
}

#[tokio::test]
async fn closes_every_connection_when_dropped() {
    let gateway = start().await;
    let address = gateway.base_url().strip_prefix("http://").unwrap().to_owned();
    let mut idle = TcpStream::connect(address).unwrap();
    drop(gateway);
    assert!(matches!(idle.read(&mut [0]), Ok(0) | Err(_)));
}
