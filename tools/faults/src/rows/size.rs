//! Answers that are larger than they may be, or say so.

use std::time::Duration;

use crate::{
    answers::{answer, head, ok},
    server::{
        Script, Server,
        Step::{Closed, Flood, Hold, Read, Send, Serve},
    },
    trial::Trial,
};

/// What the buffers between two sockets take, and more.
const IN_BUFFERS: u64 = 24 << 20;
const SOON: Duration = Duration::from_millis(1500);

const GO_ON: &[u8] = b"HTTP/1.1 100 Continue\r\n\r\n";

pub(crate) async fn endless_interim_answers(trial: &Trial) {
    let endless = vec![Read, Flood(GO_ON.repeat(1000), 10_000), Closed];
    let server = Server::always(endless).await;
    let client = trial.client_at(server.url());
    client.call().await.fails("transport", true).within(SOON);
    trial.expect(server.written() < IN_BUFFERS * trial.either(4, 1), "reads on and on");
    server.saw(trial, 1..=4, 1..=4).await;

    let server = Server::always(vec![Read, Send(GO_ON.repeat(1000)), Send(ok()), Hold]).await;
    trial.client_at(server.url()).call().await.fails("transport", true).within(SOON);
}

/// A body that is cut off by the client, whose request is not repeated: the next answer would be no smaller.
async fn cut_off(trial: &Trial, script: Script) {
    let server = Server::always(script).await;
    let client = trial.client_at(server.url());
    client.call().await.fails("too_large", true).within(SOON);
    trial.expect(server.written() < IN_BUFFERS, "reads far more than an answer may have");
    server.saw(trial, 1, 1).await;
}

pub(crate) async fn huge_body(trial: &Trial) {
    const PIECES: usize = 300 << 4;
    let announced = head("200 OK", &format!("Content-Length: {}\r\n", PIECES << 16));
    cut_off(trial, vec![Read, Send(announced), Flood(vec![b' '; 1 << 16], PIECES), Closed]).await;
    let mut chunk = b"10000\r\n".to_vec();
    chunk.resize(chunk.len() + (1 << 16), b' ');
    chunk.extend(b"\r\n");
    let chunked = head("200 OK", "Transfer-Encoding: chunked\r\n");
    cut_off(trial, vec![Read, Send(chunked), Flood(chunk, PIECES / 8), Closed]).await;
}

pub(crate) async fn absurd_lengths(trial: &Trial) {
    let length = |headers: &str| vec![Read, Send(head("200 OK", headers)), Closed];
    cut_off(trial, length("Content-Length: 1000000000000000000\r\n")).await;
    for headers in ["Content-Length: -1\r\n", "Content-Length: 26\r\nContent-Length: 27\r\n"] {
        let server = Server::always(length(headers)).await;
        let client = trial.client_at(server.url());
        client.call().await.fails("transport", true).within(SOON);
        server.saw(trial, 1..=4, 1..=4).await;
    }
}

pub(crate) async fn absurd_chunks(trial: &Trial) {
    for size in ["zz", "fffffffffffffffff", "-1"] {
        let mut chunk = head("200 OK", "Transfer-Encoding: chunked\r\n");
        chunk.extend(size.bytes());
        chunk.extend(b"\r\n{}\r\n");
        let server = Server::always(vec![Read, Send(chunk), Closed]).await;
        let client = trial.client_at(server.url());
        client.call().await.fails("transport", true).within(SOON);
        server.saw(trial, 1..=4, 1..=4).await;
    }
    let mut both = head("200 OK", "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n");
    both.extend(b"9\r\n{\"ret\":0}\r\n0\r\n\r\n");
    let server = Server::always(vec![Serve(both)]).await;
    trial.client_at(server.url()).call().await.succeeds();
}

pub(crate) async fn unasked_encoding(trial: &Trial) {
    /// `{"ret":0,"msg":"success"}`, compressed.
    const COMPRESSED: &[u8] = &[
        31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 171, 86, 42, 74, 45, 81, 178, 50, 208, 81, 202, 45, 78, 87, 178, 82, 42, 46,
        77, 78, 78, 45, 46, 86, 170, 5, 0, 120, 218, 199, 92, 25, 0, 0, 0,
    ];
    for (encoding, body) in [("gzip", COMPRESSED), ("gzip", br#"{"ret":0}"#), ("br", br#"{"ret":0}"#)] {
        let script = vec![Read, Send(answer("200 OK", &format!("Content-Encoding: {encoding}\r\n"), body)), Closed];
        let server = Server::always(script).await;
        let client = trial.client_at(server.url());
        let ended = client.call().await;
        let fails = ended.result().is_err();
        ended.expect(fails, "reads an answer in an encoding that it did not ask for").says(encoding, "the encoding");
        let asks = server.requests().iter().any(|request| request.header("accept-encoding").is_some());
        trial.expect(!asks, "asks for compressed answers");
        server.saw(trial, 1, 1).await;
    }
}

pub(crate) async fn huge_head(trial: &Trial) {
    let many: Vec<_> = (0..101).map(|number| format!("X-{number}: of-the-server\r\n")).collect();
    let long = format!("X: {}\r\n", "of-the-server".repeat(600_000 / 13));
    for headers in [many.concat(), long] {
        let mut bytes = head("200 OK", &format!("{headers}Content-Length: 9\r\n"));
        bytes.extend(br#"{"ret":0}"#);
        let server = Server::always(vec![Read, Send(bytes), Closed]).await;
        let client = trial.client_at(server.url());
        client.call().await.fails("transport", true).does_not_say("of-the-server").within(SOON);
        server.saw(trial, 1..=4, 1..=4).await;
    }
    let long_but_fine = answer("200 OK", &format!("X: {}\r\n", "x".repeat(8000)), br#"{"ret":0}"#);
    let server = Server::always(vec![Serve(long_but_fine)]).await;
    trial.client_at(server.url()).call().await.succeeds();
}
