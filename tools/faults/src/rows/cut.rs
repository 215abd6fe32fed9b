//! Answers that do not come, or not to their end.

use std::time::Duration;

use crate::{
    answers::{head, ok},
    contestant::{Order, Settings},
    server::{
        Script, Server,
        Step::{Closed, Drip, HalfClose, Hold, Read, Reset, Send},
    },
    trial::Trial,
};

const MS: fn(u64) -> Duration = Duration::from_millis;

/// The first connection breaks in some way, a second would be sound.
async fn cut(trial: &Trial, fault: Script) {
    let server = Server::play([fault, vec![Read, Send(ok())]]).await;
    let client = trial.client_at(server.url());
    client.call().await.repeated_or("transport").within(MS(1000)).briefly();
    let times = trial.either(2, 1);
    server.saw(trial, times, times).await;
}

pub(crate) async fn closed_after_reading(trial: &Trial) {
    cut(trial, vec![Read]).await;
}

pub(crate) async fn reset_after_reading(trial: &Trial) {
    cut(trial, vec![Read, Reset]).await;
}

pub(crate) async fn half_a_head(trial: &Trial) {
    cut(trial, vec![Read, Send(b"HTTP/1.1 200 OK\r\nContent-Le".to_vec())]).await;
}

pub(crate) async fn half_a_body(trial: &Trial) {
    let mut answer = head("200 OK", "Content-Length: 99\r\n");
    answer.extend(br#"{"ret":0,"nickName":"cut"}"#);
    cut(trial, vec![Read, Send(answer.clone())]).await;
    cut(trial, vec![Read, Send(answer), HalfClose, Closed]).await;
}

pub(crate) async fn half_a_body_without_length(trial: &Trial) {
    let mut answer = head("200 OK", "Connection: close\r\n");
    answer.extend(br#"{"ret":0,"nickName":"cu"#);
    cut(trial, vec![Read, Send(answer)]).await;
}

/// The limits of rows that would take as long as the defaults.
fn hasty(trial: &Trial, server: &Server) -> Settings {
    Settings { timeouts: Some((MS(300), MS(500))), ..trial.settings(server.url()) }
}

pub(crate) async fn dripping_body(trial: &Trial) {
    let slow = Drip(vec![b' '; 1000], MS(100));
    let server = Server::always(vec![Read, Send(head("200 OK", "Content-Length: 1000\r\n")), slow]).await;
    let client = trial.client(&hasty(trial, &server));
    client.call().await.fails("transport", true).within(MS(1500)).says("timed out", "that time ran out");
    server.saw(trial, 1..=2, 1..=2).await;
}

pub(crate) async fn no_answer(trial: &Trial) {
    let server = Server::always(vec![Read, Closed]).await;
    let client = trial.client_at(server.url());
    let ended = client.call().await.fails("transport", true).says("timed out", "that time ran out");
    // The platform gives its own backends 3.1 seconds.
    ended.at_least(MS(3100)).within(MS(5500));
    server.saw(trial, 1..=2, 1..=2).await;
}

pub(crate) async fn never_reads(trial: &Trial) {
    let server = Server::always(vec![Hold]).await;
    // More than the buffers of both ends take.
    let order = Order { text: "x".repeat(5 << 20), ..trial.order() };
    let client = trial.client(&hasty(trial, &server));
    client.call_with(order).await.fails("transport", true).says("timed out", "that time ran out");
    server.saw(trial, 1..=2, 0).await;
}
