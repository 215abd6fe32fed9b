//! Callers that lose patience, and runtimes that end.

use std::{thread, time::Duration};

use tokio::{runtime, sync::oneshot, task::yield_now};

use crate::{
    answers::{head, ok},
    contestant::{Order, Settings},
    server::{
        Gate, Server,
        Step::{Closed, Drain, Read, Send, Serve, Wait},
    },
    trial::Trial,
};

const SOON: Duration = Duration::from_millis(1500);

pub(crate) async fn dropped_calls(trial: &Trial) {
    dropped_while_writing(trial).await;
    dropped_while_reading(trial).await;
    dropped_while_waiting(trial).await;
}

/// A client that has one request under way, and lets one more wait.
fn narrow(trial: &Trial, server: &Server) -> Settings {
    Settings { max_requests: Some((1, 1)), ..trial.settings(server.url()) }
}

async fn dropped_while_writing(trial: &Trial) {
    let gate = Gate::default();
    let server = Server::play([vec![Wait(gate.clone()), Drain], vec![Serve(ok())]]).await;
    let client = trial.client(&narrow(trial, &server));
    let call = client.begin(Order { text: "x".repeat(5 << 20), ..trial.order() });
    server.until(|log| log.connections == 1).await;
    call.abandon().await;
    client.call().await.succeeds().within(SOON);
    gate.open();
    server.saw(trial, 2, 1).await;
}

async fn dropped_while_reading(trial: &Trial) {
    let mut half = head("200 OK", "Content-Length: 99\r\n");
    half.extend(b"{\"ret\":0");
    let server = Server::play([vec![Read, Send(half), Closed], vec![Serve(ok())]]).await;
    let client = trial.client(&narrow(trial, &server));
    let call = client.begin(trial.order());
    server.until(|log| log.written > 0).await;
    call.abandon().await;
    client.call().await.succeeds().within(SOON);
    server.saw(trial, 2, 2).await;
}

async fn dropped_while_waiting(trial: &Trial) {
    let gate = Gate::default();
    let server = Server::always(vec![Read, Wait(gate.clone()), Send(ok()), Serve(ok())]).await;
    let client = trial.client(&narrow(trial, &server));
    let first = client.begin(trial.order());
    server.until(|log| log.requests.len() == 1).await;
    for _ in 0..3 {
        let waiting = client.begin(trial.order());
        yield_now().await;
        waiting.abandon().await;
    }
    gate.open();
    first.end().await.succeeds();
    client.call().await.succeeds().within(SOON);
    trial.expect(server.requests().len() <= 2, "sends what was given up before its turn");
}

pub(crate) async fn second_runtime(trial: &Trial) {
    let server = Server::always(vec![Serve(ok())]).await;
    let client = trial.client_at(server.url());
    for _ in 0..3 {
        let (call, (done, result)) = (client.future(trial.order()), oneshot::channel());
        // A runtime that is dropped while the client lives on.
        thread::spawn(move || {
            let runtime = runtime::Builder::new_current_thread().enable_all().build().expect("runtimes can be made");
            let result = runtime.block_on(call);
            drop(runtime);
            let _ = done.send(result.is_ok());
        });
        trial.expect(result.await == Ok(true), "fails in another runtime");
    }
    trial.counted("request", &3.into(), server.requests().len());
}
