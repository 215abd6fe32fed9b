//! Answers that are not ours.

use crate::{
    answers::{json, ok_named},
    contestant::Order,
    server::{
        Gate, Script, Server,
        Step::{AnswerTo, Closed, Read, Send, Serve, Wait},
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

/// A server on whose first connection something comes instead of the answer to a call. That call must not take it, and the
/// next must have a connection of its own. `before` calls were answered as they should be.
async fn astray(trial: &Trial, before: usize, first: Script) {
    let server = Server::play([first, vec![Read, AnswerTo(before + 1, "sound")]]).await;
    let client = trial.client_at(server.url());
    for _ in 0..before {
        client.call().await.succeeds_as("before");
    }
    client.call().await.fails("mismatched_answer", true);
    client.call().await.succeeds_as("sound");
    server.saw(trial, 2, before + 2).await;
}

pub(crate) async fn one_behind(trial: &Trial) {
    // An answer that comes twice puts all that follow one behind.
    let twice = [Read, AnswerTo(0, "before"), Read, AnswerTo(0, "stray"), Closed];
    astray(trial, 1, twice.to_vec()).await;
    let thrice = [Read, AnswerTo(0, "before"), Read, AnswerTo(1, "before"), Read, AnswerTo(1, "stray"), Closed];
    astray(trial, 2, thrice.to_vec()).await;
}

pub(crate) async fn unasked_answer(trial: &Trial) {
    // It comes when the next request is on its way, and repeats nothing, or what nobody sent.
    for stray in [ok_named("stray"), json(r#"{"ret":0,"nickName":"stray","msdkExtInfo":"another_client"}"#)] {
        astray(trial, 1, vec![Read, AnswerTo(0, "before"), Read, Send(stray), Closed]).await;
    }
    // It comes before the next request.
    let gate = Gate::default();
    let first = vec![Read, AnswerTo(0, "first"), Wait(gate.clone()), Send(ok_named("stray")), Closed];
    let server = Server::play([first, vec![Read, AnswerTo(1, "second")]]).await;
    let client = trial.client_at(server.url());
    client.call().await.succeeds_as("first");
    gate.open();
    server.until(|log| log.settled == 1).await;
    client.call().await.succeeds_as("second");
    server.saw(trial, 2, 2).await;
}

pub(crate) async fn late_answer(trial: &Trial) {
    // Something between here and the platform keeps its own connection when a call is dropped, and gives the answer that
    // came too late to the next one.
    let late = vec![Read, AnswerTo(0, "stray"), Closed];
    let server = Server::play([vec![Read, Closed], late, vec![Read, AnswerTo(2, "sound")]]).await;
    let client = trial.client_at(server.url());
    let dropped = client.begin(trial.order());
    server.until(|log| log.requests.len() == 1).await;
    dropped.abandon().await;
    client.call().await.fails("mismatched_answer", true);
    client.call().await.succeeds_as("sound");
    server.saw(trial, 3, 3).await;
}
