use msdk::{
    Session,
    qq::relation::{Qqprofile, QqprofileReply},
};
use msdk_mock::{Gateway, World, demo};

use super::*;
use crate::gateway::site::Site;

/// A call that is decided late comes late, and holds up nobody.
#[tokio::test]
async fn a_reader_gets_every_call_once_it_is_decided() {
    let site = Site::new(None, Vec::new(), World::empty(), Vec::new(), Arc::default());
    let gateway = Gateway::start().await.unwrap();
    site.open(&gateway);
    let release = Arc::new(tokio::sync::Notify::new());
    let released = Arc::clone(&release);
    gateway.on::<Qqprofile>().of_player("A").reply_with(move |_| {
        let answer = Arc::clone(&released);
        async move {
            answer.notified().await;
            Ok(QqprofileReply::default())
        }
    });
    let client = gateway.client_builder().build().unwrap();
    let mut feed = Feed { site: site.shared(), since: 0, undecided: Vec::new() };
    let mut ids = || feed.decided().unwrap().into_iter().map(|call| call.id).collect::<Vec<_>>();

    let slow = tokio::spawn({
        let client = client.clone();
        async move { client.call(&Session::new("A", "token"), Qqprofile).await }
    });
    while gateway.received_count() == 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(ids(), [0; 0]);
    client.call(&Session::new(demo::CALLER, demo::CALLER_TOKEN), Qqprofile).await.unwrap();
    assert_eq!(ids(), [2]);
    release.notify_one();
    slow.await.unwrap().unwrap();
    assert_eq!(ids(), [1]);
    assert_eq!(ids(), [0; 0]);
}
