//! Statuses other than 200.

use std::{
    num::NonZeroU32,
    time::{Duration, SystemTime},
};

use crate::{
    answers::{answer, head, json, ok},
    contestant::Settings,
    server::{
        Server,
        Step::{Read, Send, Serve},
    },
    trial::Trial,
};

const MS: fn(u64) -> Duration = Duration::from_millis;

/// Answers once with a status; a repeat finds the server well again.
async fn failing_once(first: Vec<u8>) -> Server {
    Server::play([vec![Read, Send(first)], vec![Serve(ok())]]).await
}

pub(crate) async fn server_errors(trial: &Trial) {
    let page = format!("<html>\u{1b}[31m{}\r\nERROR forged</html>", "bad gateway ".repeat(1000));
    for (status, body) in [("500 Oops", ""), ("502 Bad Gateway", &page), ("503 Busy", "busy")] {
        let server = failing_once(answer(status, "", body)).await;
        let client = trial.client_at(server.url());
        client.call().await.repeated_or("http_status").within(MS(1000)).briefly();
        server.until(|log| log.requests.len() == trial.either(2, 1)).await;
        drop(client);
        server.saw(trial, trial.either(2, 1), trial.either(2, 1)).await;
    }
    let soon = httpdate::fmt_http_date(SystemTime::now() + MS(3000));
    let past = httpdate::fmt_http_date(SystemTime::now() - MS(3000));
    // A date has no fractions of a second.
    for (value, at_least) in [(&*soon, 1500), ("1", 990), (&*past, 0), ("soon", 0), ("-1", 0)] {
        let server = failing_once(answer("503 Busy", &format!("Retry-After: {value}\r\n"), "")).await;
        let ended = trial.client_at(server.url()).call().await.repeated_or("http_status");
        ended.at_least(MS(trial.either(at_least, 0))).within(MS(trial.either(at_least, 0) + 1700));
    }
    for value in ["3600", "1000000000000", "99999999999999999999999"] {
        let server = Server::always(vec![Serve(answer("503 Busy", &format!("Retry-After: {value}\r\n"), ""))]).await;
        let ended = trial.client_at(server.url()).call().await.fails("http_status", true);
        ended.with_status(503).within(MS(1500));
    }
}

pub(crate) async fn too_many_requests(trial: &Trial) {
    let refusal = r#"{"ret":-503,"msg":"Request overly frequency"}"#;
    for (bytes, kind) in [(answer("429 Too Many Requests", "", ""), "http_status"), (json(refusal), "refused")] {
        let server = Server::always(vec![Serve(bytes)]).await;
        let ended = trial.client_at(server.url()).call().await;
        let fails = ended.result().as_ref().is_err_and(|failure| failure.kind == kind);
        ended.expect(fails, "does not tell that it is too much").within(MS(900));
        server.saw(trial, 1, 1).await;
    }
    let server = Server::always(vec![Serve(ok())]).await;
    let settings = Settings { per_player: Some(NonZeroU32::MIN), ..trial.settings(server.url()) };
    let client = trial.client(&settings);
    client.call().await.succeeds();
    client.call().await.succeeds().at_least(MS(800));
}

pub(crate) async fn odd_statuses(trial: &Trial) {
    let switch = head("101 Switching Protocols", "Connection: Upgrade\r\nUpgrade: chat\r\n");
    let cases = [(head("204 No Content", ""), 204), (answer("999 What", "", ""), 999), (switch, 101)];
    for (bytes, status) in cases {
        let server = Server::always(vec![Serve(bytes)]).await;
        let ended = trial.client_at(server.url()).call().await;
        ended.fails("http_status", true).with_status(status).within(MS(1000));
        server.saw(trial, 1, 1).await;
    }
}
