//! Connections that are not made, or not any more.

use std::time::Duration;

use tokio::net::TcpListener;

use crate::{
    answers::ok,
    server::{
        Gate, Server,
        Step::{Read, Reset, Send, Wait},
    },
    trial::Trial,
};

/// An address at which nobody listens, and that no server here uses.
async fn deserted() -> String {
    let listener = TcpListener::bind("127.0.0.9:0").await.expect("an address of this machine is free");
    listener.local_addr().expect("it is bound").to_string()
}

pub(crate) async fn connection_refused(trial: &Trial) {
    let authority = deserted().await;
    let ended = trial.client_at(format!("http://{authority}")).call().await;
    let ended = ended.fails("not_sent", false).within(Duration::from_secs(2));
    ended.tried_again().says(&authority, "the host").says(trial.endpoint.name(), "the endpoint").briefly();
}

pub(crate) async fn no_address(trial: &Trial) {
    let mut settings = trial.settings("http://nobody.test:80");
    settings.addresses.push(("nobody.test".into(), Vec::new()));
    trial.client(&settings).call().await.fails("dns", false).says("nobody.test", "the host");
    trial.client_at("http://nobody.invalid").call().await.fails("dns", false).says("nobody.invalid", "the host");
}

pub(crate) async fn closed_while_idle(trial: &Trial) {
    let gate = Gate::default();
    let server = Server::play([vec![Read, Send(ok()), Wait(gate.clone())], vec![Read, Send(ok())]]).await;
    let client = trial.client_at(server.url());
    client.call().await.succeeds();
    gate.open();
    server.until(|log| log.settled == 1).await;
    client.call().await.succeeds();
    server.saw(trial, 2, 2).await;
}

pub(crate) async fn reset_on_accept(trial: &Trial) {
    let server = Server::always(vec![Reset]).await;
    let ended = trial.client_at(server.url()).call().await.within(Duration::from_secs(2));
    let is_known = ended.result().as_ref().is_err_and(|failure| failure.kind != "hung" && failure.kind != "panicked");
    ended.expect(is_known, "does not fail as it should");
    // Whether the request was on its way by then is a matter of chance, and with it whether it may be repeated.
    server.saw(trial, 1..=8, 0).await;
}
