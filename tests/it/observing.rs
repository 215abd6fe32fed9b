//! What spans and events tell of calls.

use std::{
    cell::RefCell,
    io,
    sync::{Arc, Mutex, Once},
};

use msdk::{
    ErrorKind,
    policy::RetryPolicy,
    qq::{auth, relation::Qqprofile},
    transport::{AttemptObserver, Attempted},
};
use msdk_mock::{Gateway, demo};
use tracing_subscriber::fmt::format::FmtSpan;

use crate::support::{APP_KEY, OPENID, Ping, Script, TOKEN, http, ping, session, settings};

thread_local! {
    /// What was written of spans and events on this thread, which is that of one test.
    static WRITTEN: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Begins to take down everything, whoever says it. A subscriber for each test would be forgotten by the places that
/// another test has passed already.
fn listen() {
    static LISTENING: Once = Once::new();
    LISTENING.call_once(|| {
        tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_span_events(FmtSpan::FULL)
            .with_ansi(false)
            .with_writer(|| Pen)
            .init();
    });
    WRITTEN.take();
}

fn written() -> String {
    String::from_utf8(WRITTEN.take()).unwrap()
}

/// The spans as they were when they closed: the call's fields in braces, and those of an attempt behind them.
fn closed(text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| line.contains(": close "));
    lines
        .map(|line| line.split_once("msdk.call").unwrap().1.rsplit_once(": msdk: close").unwrap().0.to_owned())
        .collect()
}

struct Pen;

impl io::Write for Pen {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        WRITTEN.with_borrow_mut(|written| written.extend_from_slice(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn a_call_and_its_attempts_have_spans_with_few_fields() {
    let script = Script::raw([
        http("503 Busy", ""),
        http("200 OK", r#"{"ret":0,"pong":1}"#),
        http("200 OK", r#"{"ret":-502,"msg":"sig error"}"#),
        http("200 OK", r#"{"ret":0}"#),
    ]);
    let script = script.await;
    let client = settings(&script.base_url).randomness(0).build().unwrap();
    listen();
    client.call(&session(), Ping::default()).repeatable().await.unwrap();
    ping(&client, &session(), Ping::default()).await.unwrap_err();
    ping(&client, &session(), Ping::default()).await.unwrap_err();
    let written = written();
    assert_eq!(
        closed(&written),
        [
            r#"{endpoint="ping"}:msdk.attempt{endpoint="ping" attempt=1 outcome="http_status"}"#,
            r#"{endpoint="ping"}:msdk.attempt{endpoint="ping" attempt=2 ret=0 outcome="ok"}"#,
            r#"{endpoint="ping" ret=0 attempts=2 outcome="ok"}"#,
            r#"{endpoint="ping"}:msdk.attempt{endpoint="ping" attempt=1 ret=-502 outcome="refused"}"#,
            r#"{endpoint="ping" ret=-502 attempts=1 outcome="refused"}"#,
            r#"{endpoint="ping"}:msdk.attempt{endpoint="ping" attempt=1 outcome="malformed_answer"}"#,
            r#"{endpoint="ping" attempts=1 outcome="malformed_answer"}"#,
        ]
    );
    let again = r#"trying again endpoint="ping" outcome="http_status" pause_ms=0"#;
    assert!(written.contains(again), "{written}");
}

#[tokio::test]
async fn a_dropped_call_says_so() {
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = settings(&format!("http://{}", silent.local_addr().unwrap())).build().unwrap();
    listen();
    let call = client.call(&session(), Ping::default()).into_future();
    tokio::select! {
        result = call => panic!("{result:?}"),
        _ = silent.accept() => {}
    }
    let written = written();
    assert_eq!(closed(&written).last().unwrap(), r#"{endpoint="ping" outcome="dropped"}"#);
}

#[tokio::test]
async fn nothing_that_is_told_has_an_id_or_a_secret() {
    listen();
    let gateway = Gateway::start().await.unwrap();
    let good = settings(gateway.base_url()).app_id(gateway.app_id()).app_key(gateway.app_key());
    let good = good.clock(msdk::clock::SystemClock).build().unwrap();
    let players = [msdk::Session::new(demo::CALLER, demo::CALLER_TOKEN), msdk::Session::new(OPENID, TOKEN)];
    for player in &players {
        let _ = auth::verify_login(&good, player, auth::VerifyLogin { userip: [127, 0, 0, 1].into() }).await;
    }
    let echo = format!("{APP_KEY} {TOKEN} {OPENID}");
    let script = Script::raw([
        http("500 Oops", &echo),
        http("200 OK", &echo),
        http("200 OK", &format!(r#"{{"ret":-1,"msg":"{echo}"}}"#)),
        b"HTTP/1.1 200 OK\r\nContent-Le".to_vec(),
    ]);
    let script = script.await;
    let never = RetryPolicy::never();
    let bad = settings(&script.base_url).app_key(format!("{APP_KEY}\n")).retry_policy(never).build().unwrap();
    for _ in 0..5 {
        ping(&bad, &session(), Ping::default()).await.unwrap_err();
    }
    let written = written();
    assert!(written.lines().count() > 40, "{written}");
    let signatures: Vec<String> =
        script.requests().iter().map(|request| request.split_once("&sig=").unwrap().1[..32].to_owned()).collect();
    let secrets = [APP_KEY, TOKEN, OPENID, gateway.app_key(), demo::CALLER, demo::CALLER_TOKEN];
    for secret in secrets.into_iter().chain(signatures.iter().map(String::as_str)) {
        assert!(!written.contains(secret), "{secret} is in {written}");
    }
}

/// Keeps what it is shown.
#[derive(Clone, Default)]
struct Record(Arc<Mutex<Vec<String>>>);

impl AttemptObserver for Record {
    fn attempt_ended(&self, attempt: &Attempted<'_>) {
        let (failure, answer) = (attempt.failure().map(ErrorKind::as_str), attempt.answer());
        let line = format!("{} {} {failure:?} {:?}\n", attempt.endpoint(), attempt.number(), attempt.status());
        self.0.lock().unwrap().push(line + &attempt.request() + "\n" + &answer.unwrap_or_default());
    }
}

#[tokio::test]
async fn each_attempt_is_shown_without_secrets() {
    let refused = http("200 OK", &format!(r#"{{"ret":-1,"msg":"bad token {TOKEN}"}}"#));
    let script = Script::raw([http("503 Busy", "<html>"), http("200 OK", r#"{"ret":0,"pong":1}"#), refused]).await;
    let record = Record::default();
    let client = settings(&script.base_url).attempt_observer(record.clone()).build().unwrap();
    let send = || client.call(&session(), Ping::default());
    send().repeatable().await.unwrap();
    send().await.unwrap_err();
    let seen = record.0.lock().unwrap().clone();
    let [busy, good, refused] = seen.as_slice() else { panic!("{seen:#?}") };
    assert!(busy.starts_with("ping 1 Some(\"http_status\") Some(503)\nPOST ") && busy.ends_with("\n<html>"), "{busy}");
    assert!(good.starts_with("ping 2 None Some(200)\nPOST ") && good.ends_with(r#"{"ret":0,"pong":1}"#), "{good}");
    assert!(refused.starts_with("ping 1 Some(\"refused\") Some(200)") && refused.contains("bad token "), "{refused}");
    for shown in &seen {
        assert!(shown.contains("/game/ping/?") && shown.contains(r#"sig="[redacted]""#), "{shown}");
        assert!(shown.contains(r#""accessToken":"[redacted]""#) && !shown.contains(TOKEN), "{shown}");
    }
}

#[tokio::test]
async fn a_degraded_answer_is_warned_of_and_can_be_refused() {
    listen();
    let degraded = || http("200 OK", r#"{"ret":0,"nickName":"","is_lost":"1"}"#);
    let script = Script::raw([degraded(), degraded()]).await;
    let client = settings(&script.base_url).build().unwrap();
    assert!(client.call(&session(), Qqprofile).await.unwrap().is_lost);
    assert_eq!(written().matches("the answer is degraded: a part of it may be missing").count(), 1);
    let error = client.call(&session(), Qqprofile).whole().await.unwrap_err();
    assert_eq!((error.kind(), error.path()), (ErrorKind::MalformedAnswer, Some("is_lost")));
    assert!(!written().contains("the answer is degraded"));
}
