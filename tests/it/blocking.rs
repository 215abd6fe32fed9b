//! Calls that block.

use std::{future::IntoFuture, thread, time::Duration};

use msdk::{
    Client, ErrorKind, Session, blocking,
    qq::relation::{QqfriendsVip, Qqprofile, qqprofile_blocking},
};
use msdk_mock::{Gateway, demo};
use tokio::runtime::Runtime;

/// A gateway, which has a thread of its own, and a client of it.
fn start() -> (Gateway, Client) {
    let gateway = Runtime::new().unwrap().block_on(Gateway::start()).unwrap();
    let builder = Client::builder().app_id(gateway.app_id()).app_key(gateway.app_key()).base_url(gateway.base_url());
    (gateway, builder.build().unwrap())
}

fn session() -> Session {
    Session::new(demo::CALLER, demo::CALLER_TOKEN)
}

#[test]
fn a_program_without_a_runtime_calls() {
    let (gateway, client) = start();
    let client = blocking::BlockingClient::new(client).unwrap();
    assert_eq!(client.call(&session(), Qqprofile).unwrap().nick_name, "憨特");
    assert_eq!(qqprofile_blocking(&client, &session(), Qqprofile).unwrap().nick_name, "憨特");
    assert_eq!(client.answer(&session(), Qqprofile).unwrap().msg, "success");
    let friends = QqfriendsVip::new([demo::FRIEND, demo::OTHER_FRIEND], [127, 0, 0, 1].into());
    let merged = client.call_in_chunks(&session(), friends).unwrap();
    assert_eq!(merged.reply.map(|reply| reply.lists.len()), Some(2));
    let refused = client.call(&Session::new(demo::CALLER, "wrong"), Qqprofile).unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Refused);
    let timed = client.inner().call(&session(), Qqprofile).timeout(Duration::from_secs(9));
    assert_eq!(client.wait(timed.into_future()).unwrap().nick_name, "憨特");
    assert_eq!(gateway.received_count(), 6);
}

#[test]
fn threads_share_a_client() {
    let (gateway, client) = start();
    let client = blocking::BlockingClient::new(client).unwrap();
    thread::scope(|scope| {
        for _ in 0..8 {
            let client = client.clone();
            scope.spawn(move || (0..5).for_each(|_| assert!(client.call(&session(), Qqprofile).is_ok())));
        }
    });
    assert_eq!(gateway.received_count(), 40);
}

/// It blocks the thread, as every blocking call does, and does not panic for being inside of a runtime.
#[test]
fn a_call_inside_of_a_runtime_is_answered_and_so_is_the_end_of_its_client() {
    let (_gateway, client) = start();
    let inside = async move {
        let client = blocking::BlockingClient::new(client).unwrap();
        client.call(&session(), Qqprofile).unwrap().nick_name
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    assert_eq!(runtime.block_on(inside), "憨特");
}

#[test]
fn what_panics_in_a_call_panics_where_it_is_waited_for() {
    let (_gateway, client) = start();
    let client = blocking::BlockingClient::new(client).unwrap();
    let waiting = client.clone();
    assert!(thread::spawn(move || waiting.wait(async { panic!("on purpose") })).join().is_err());
    assert!(client.call(&session(), Qqprofile).is_ok(), "others go on");
}
