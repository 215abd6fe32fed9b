//! Answers that are not ours.

use crate::{
    answers::{json, ok_named},
    contestant::Order,
    server::{
        Gate, Script, Server,
        Step::{Closed, Read, Send, Serve, Wait},
    },
    trial::Trial,
};

pub(crate) async fn extra_bytes(trial: &Trial) {
    for extra in [b"garbage".to_vec(), ok_named("stray")] {
        let mut bytes = ok_named("first");
        bytes.extend(&extra);
        twice(trial, vec![Read, Send(bytes), Closed], None).await;
        let gate = Gate::default();
        twice(trial, vec![Read, Send(ok_named("first")), Wait(gate.clone()), Send(extra), Closed], Some(gate)).await;
    }
}

/// Calls twice; the second call must have a connection of its own.
async fn twice(trial: &Trial, first: Script, gate: Option<Gate>) {
    let server = Server::play([first, vec![Serve(ok_named("second"))]]).await;
    let client = trial.client_at(server.url());
    client.call().await.succeeds_as("first");
    if let Some(gate) = gate {
        gate.open();
    }
    server.until(|log| log.settled == 1).await;
    client.call().await.succeeds_as("second");
    server.saw(trial, 2, 2).await;
}

pub(crate) async fn answer_to_another(trial: &Trial) {
    let echo = |ext_info: &str| json(format!(r#"{{"ret":0,"msdkExtInfo":"{ext_info}"}}"#));
    let server = Server::play([vec![Read, Send(echo("call_8")), Closed], vec![Serve(echo("call_7"))]]).await;
    let client = trial.client_at(server.url());
    let order = Order { ext_info: Some("call_7".into()), ..trial.order() };
    client.call_with(order.clone()).await.fails("mismatched_answer", true);
    client.call_with(order).await.succeeds();
    server.saw(trial, 2, 2).await;
}
