//! Calls whose list is longer than the platform takes at once.

use std::{error::Error as _, ops::Range, time::Duration};

use msdk::{ErrorKind, declare::Endpoint as _, msdk_endpoint, msdk_reply, qq::relation::*};
use msdk_mock::{Gateway, Player, Refusal, World, demo};
use serde_json::json;

use crate::support::{Script, http, session, settings};

/// Sums lists of numbers.
#[msdk_endpoint(path = "/game/sum/", method = POST)]
struct Sum {
    label: Option<String>,
    #[msdk(items = 1..=3, chunk)]
    list: Vec<i64>,
}

#[msdk_reply(merge)]
#[derive(Debug, PartialEq)]
struct SumReply {
    lists: Vec<i64>,
    odd: bool,
    first: Option<i64>,
    #[msdk(keep)]
    count: u32,
}

/// Answers with the chunk itself, and refuses one with a negative number.
async fn gateway() -> Gateway {
    let answer = |_: &mut World, call: &msdk_mock::Call<'_>| {
        let items: Vec<i64> = call.items("list").iter().filter_map(serde_json::Value::as_i64).collect();
        if items.iter().any(|item| *item < 0) {
            return Err(Refusal::platform(7, "negative"));
        }
        let odd = items.iter().any(|item| item % 2 == 1);
        Ok(
            json!({"lists": items, "odd": u8::from(odd), "first": items.first().filter(|item| **item > 1), "count": items.len()}),
        )
    };
    Gateway::builder().endpoint(Sum::META, answer).start().await.unwrap()
}

fn client(gateway: &Gateway) -> msdk::Client {
    settings(gateway.base_url()).clock(msdk::clock::SystemClock).build().unwrap()
}

#[tokio::test]
async fn a_long_list_is_split_and_the_replies_are_merged() {
    let gateway = gateway().await;
    for concurrency in [1, 4] {
        let request = Sum { label: Some("x".into()), list: (0..8).collect() };
        let chunks = client(&gateway).call_in_chunks(&session(), request).concurrency(concurrency);
        let merged = chunks.await.unwrap().into_complete().unwrap();
        let expected = SumReply { lists: (0..8).collect(), odd: true, first: Some(3), count: 3 };
        assert_eq!(merged, Some(expected));
    }
    let bodies: Vec<_> = gateway.received().iter().map(|request| request.body.len()).collect();
    assert_eq!(bodies.len(), 6);
}

#[tokio::test]
async fn a_chunk_that_fails_is_told_and_the_others_count() {
    let gateway = gateway().await;
    let list = vec![1, 2, 3, 4, -5, 6, 7];
    let merged = client(&gateway).call_in_chunks(&session(), Sum { label: None, list }).await.unwrap();
    assert_eq!(merged.reply.as_ref().unwrap().lists, [1, 2, 3, 7]);
    let [failure] = merged.failures.as_slice() else { panic!("one failure") };
    assert_eq!((failure.items.clone(), failure.error.platform_code()), (3..6, Some(7)));
    assert!(failure.to_string().starts_with("items 3 to 5: sum: refused by the platform"));
    let source = failure.source().unwrap().downcast_ref::<msdk::Error>().unwrap();
    assert_eq!(source.to_string(), failure.error.to_string());
    assert!(merged.into_complete().is_err());
}

#[tokio::test]
async fn attempts_have_their_own_time_and_the_whole_has_one() {
    // It takes connections and says nothing.
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = settings(&format!("http://{}", silent.local_addr().unwrap())).build().unwrap();
    let chunks = || client.call_in_chunks(&session(), Sum { label: None, list: vec![0; 7] });
    let short = Duration::from_millis(100);
    let merged = chunks().attempt_timeout(short).await.unwrap();
    assert!(merged.reply.is_none() && merged.failures.iter().all(|failure| failure.error.is_timeout()));
    assert_eq!(merged.rest(), [0..3, 3..6, 6..7]);

    let merged = chunks().timeout(short).await.unwrap();
    let kinds: Vec<_> = merged.failures.iter().map(|failure| failure.error.kind()).collect();
    assert_eq!(kinds, [ErrorKind::Transport, ErrorKind::OutOfTime, ErrorKind::OutOfTime]);
    assert_eq!(merged.rest(), [0..3, 3..6, 6..7]);
}

#[tokio::test]
async fn a_chunk_that_lost_something_is_told_from_the_others() {
    let body = |lost: &str| format!(r#"{{"ret":0,"lists":[],"is_lost":{lost}}}"#);
    let script = Script::bodies([body("0").as_str(), body(r#""1""#).as_str(), body("0").as_str()]).await;
    let client = settings(&script.base_url).build().unwrap();
    let request = QqfriendsVip::new((0..120).map(|item| format!("{item:032X}")), std::net::Ipv4Addr::LOCALHOST.into());
    let merged = client.call_in_chunks(&session(), request).await.unwrap();
    assert_eq!(merged.lost, [Range { start: 50, end: 100 }]);
    assert!(merged.failures.is_empty() && merged.reply.unwrap().is_lost);
}

#[tokio::test]
async fn a_friend_who_was_not_asked_about_is_left_out() {
    let row = |openid: &str| json!({"openid": openid, "is_qq_vip": 1});
    let body = json!({"ret": 0, "lists": [row("AB01"), row("C0FFEE"), row("ab02")], "is_lost": 0}).to_string();
    let script = Script::bodies([body.as_str()]).await;
    let client = settings(&script.base_url).build().unwrap();
    let request = QqfriendsVip::new(["AB01", "AB02"], std::net::Ipv4Addr::LOCALHOST.into());
    let reply = client.call_in_chunks(&session(), request).await.unwrap().into_complete().unwrap().unwrap();
    let openids: Vec<_> = reply.lists.iter().map(|friend| friend.openid.as_str()).collect();
    assert_eq!(openids, ["AB01", "ab02"]);
}

#[tokio::test]
async fn an_item_that_breaks_a_rule_is_found_by_its_place_in_the_whole_list() {
    let openid = |item: usize| if item == 120 { String::new() } else { format!("{item:032X}") };
    let request = QqfriendsVip::new((0..130).map(openid), std::net::Ipv4Addr::LOCALHOST.into());
    let client = settings("http://127.0.0.1:1").build().unwrap();
    let error = client.call_in_chunks(&session(), request).await.unwrap_err();
    let places: Vec<_> = error.violations().iter().map(ToString::to_string).collect();
    assert!(places.len() == 1 && places[0].starts_with("`fopenids[120]`"), "{places:?}");
}

#[tokio::test]
async fn chunks_of_unknown_outcome_are_tried_again_if_the_caller_says_so() {
    let broken_off = || b"HTTP/1.1 200".to_vec();
    let sum = |item: i64| http("200 OK", &json!({"ret": 0, "lists": [item], "odd": 0, "count": 1}).to_string());
    let script = Script::raw([broken_off(), sum(1), broken_off(), sum(2)]).await;
    let client = settings(&script.base_url).randomness(0).build().unwrap();
    let chunks = client.call_in_chunks(&session(), Sum { label: None, list: vec![0; 4] }).repeatable();
    let reply = chunks.await.unwrap().into_complete().unwrap().unwrap();
    assert_eq!((reply.lists, script.requests().len()), (vec![1, 2], 4));
}

#[tokio::test]
async fn a_call_that_may_have_no_request_under_way_is_refused() {
    let gateway = gateway().await;
    let call = |concurrency| {
        let request = Sum { label: None, list: vec![1] };
        client(&gateway).call_in_chunks(&session(), request).concurrency(0).concurrency(concurrency)
    };
    let error = call(0).await.unwrap_err();
    assert!(error.kind() == ErrorKind::Config && error.to_string().contains("`concurrency`"), "{error}");
    assert!(gateway.received().is_empty());
    assert!(call(1).await.unwrap().into_complete().is_ok());
}

#[tokio::test]
async fn a_rule_that_one_chunk_breaks_keeps_all_back() {
    let gateway = gateway().await;
    let client = client(&gateway);
    let error = client.call_in_chunks(&session(), Sum { label: None, list: vec![] }).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    let error = sum(&client, &session(), Sum { label: None, list: vec![0; 4] }).await.unwrap_err();
    assert_eq!(error.violations()[0].to_string(), "`list` must have 1 to 3 items, has 4");
    assert!(gateway.received().is_empty());
}

#[tokio::test]
async fn memberships_of_many_friends_are_looked_up() {
    let openid = |index: usize| format!("{index:032X}");
    let mut world = World::demo();
    for index in 0..120 {
        world = world.with_player(Player::new(openid(index), "token")).with_friends(demo::CALLER, &openid(index));
    }
    let gateway = Gateway::builder().world(world).start().await.unwrap();
    let request = QqfriendsVip::new((0..120).map(openid), std::net::Ipv4Addr::LOCALHOST.into());
    let session = msdk::Session::new(demo::CALLER, demo::CALLER_TOKEN);
    let merged = client(&gateway).call_in_chunks(&session, request).await.unwrap();
    assert_eq!((merged.reply.unwrap().lists.len(), merged.failures.len()), (120, 0));
    assert_eq!(gateway.received().len(), 3);
}
