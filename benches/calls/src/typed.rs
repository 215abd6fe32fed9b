//! Typed calls with msdk, with the default settings.

use msdk::{
    Client, ClientBuilder, ReqwestTransport, Session,
    qq::relation::{FriendScope, QqfriendsDetail},
};

use crate::{
    allocations::Counter,
    answers::{APP_ID, APP_KEY, OPENID, Scenario, TOKEN},
};

pub(crate) fn settings(address: &str) -> ClientBuilder {
    Client::builder().app_id(APP_ID).app_key(APP_KEY).base_url(format!("http://{address}"))
}

pub(crate) fn session() -> Session {
    Session::new(OPENID, TOKEN)
}

pub(crate) fn request(scenario: Scenario) -> QqfriendsDetail {
    let flag = if scenario == Scenario::Small { FriendScope::WithoutSelf } else { FriendScope::WithSelf };
    QqfriendsDetail { flag }
}

pub(crate) async fn on_hyper(scenario: Scenario, calls: u32, address: &str) -> f64 {
    run(&settings(address).build().expect("a client"), scenario, calls).await
}

pub(crate) async fn on_reqwest(scenario: Scenario, calls: u32, address: &str) -> f64 {
    let transport = ReqwestTransport::builder().build().expect("a transport");
    run(&settings(address).transport(transport).build().expect("a client"), scenario, calls).await
}

pub(crate) async fn run(client: &Client, scenario: Scenario, calls: u32) -> f64 {
    let session = session();
    let counter = Counter::start();
    for _ in 0..calls {
        let reply = client.call(&session, request(scenario)).await.expect("an answer");
        assert_eq!(reply.lists.len(), scenario.friends());
    }
    counter.of_each(calls)
}
