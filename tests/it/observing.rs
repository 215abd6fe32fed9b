//! What spans and events tell of calls.

use std::{
    io,
    sync::{Arc, Mutex},
};

use msdk::{RetryPolicy, qq::auth};
use msdk_mock::{Gateway, demo};
use tracing_subscriber::fmt::format::FmtSpan;

use crate::support::{APP_KEY, OPENID, Ping, Script, TOKEN, http, ping, session, settings};

/// What was written of spans and events, line by line.
#[derive(Debug, Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Written {
    /// Takes down everything on this thread, whoever says it, until the guard is dropped.
    fn start(&self) -> tracing::subscriber::DefaultGuard {
        let to = self.clone();
        let lines = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_span_events(FmtSpan::FULL)
            .with_ansi(false)
            .with_writer(move || to.clone());
        tracing::subscriber::set_default(lines.finish())
    }

    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }

    /// The spans as they were when they closed: name, and fields in braces.
    fn closed(&self) -> Vec<String> {
        let text = self.text();
        let lines = text.lines().filter(|line| line.contains(": close "));
        lines
            .map(|line| line.split_once("msdk.call").unwrap().1.rsplit_once(": msdk: close").unwrap().0.to_owned())
            .collect()
    }
}

impl io::Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
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
    let written = Written::default();
    let guard = written.start();
    client.call(&session(), Ping::default()).repeatable().await.unwrap();
    ping(&client, &session(), Ping::default()).await.unwrap_err();
    ping(&client, &session(), Ping::default()).await.unwrap_err();
    drop(guard);
    assert_eq!(
        written.closed(),
        [
            r#"{endpoint="ping"}:msdk.attempt{endpoint="ping" attempt=1 outcome="http_status"}"#,
            r#"{endpoint="ping"}:msdk.attempt{endpoint="ping" attempt=2 ret=0 outcome="ok"}"#,
            r#"{endpoint="ping" ret=0 attempts=2 outcome="ok"}"#,
            r#"{endpoint="ping"}:msdk.attempt{endpoint="ping" attempt=1 ret=-502 outcome="refused"}"#,
            r#"{endpoint="ping" ret=-502 attempts=1 outcome="refused"}"#,
            r#"{endpoint="ping"}:msdk.attempt{endpoint="ping" attempt=1 ret=0 outcome="ok"}"#,
            r#"{endpoint="ping" attempts=1 outcome="malformed_answer"}"#,
        ]
    );
    let text = written.text();
    assert!(text.contains(r#"trying again endpoint="ping" outcome="http_status" pause_ms=0"#), "{text}");
}

#[tokio::test]
async fn a_dropped_call_says_so() {
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = settings(&format!("http://{}", silent.local_addr().unwrap())).build().unwrap();
    let written = Written::default();
    let guard = written.start();
    let call = client.call(&session(), Ping::default()).into_future();
    tokio::select! {
        result = call => panic!("{result:?}"),
        _ = silent.accept() => {}
    }
    drop(guard);
    assert_eq!(written.closed().last().unwrap(), r#"{endpoint="ping" outcome="dropped"}"#);
}

#[tokio::test]
async fn nothing_that_is_told_has_an_id_or_a_secret() {
    let written = Written::default();
    let guard = written.start();
    let gateway = Gateway::start().await.unwrap();
    let good = settings(gateway.base_url()).app_id(gateway.app_id()).app_key(gateway.app_key());
    let good = good.clock(msdk::SystemClock).build().unwrap();
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
    drop(guard);
    let text = written.text();
    assert!(text.lines().count() > 40, "{text}");
    let signatures: Vec<String> =
        script.requests().iter().map(|request| request.split_once("&sig=").unwrap().1[..32].to_owned()).collect();
    let secrets = [APP_KEY, TOKEN, OPENID, gateway.app_key(), demo::CALLER, demo::CALLER_TOKEN];
    for secret in secrets.into_iter().chain(signatures.iter().map(String::as_str)) {
        assert!(!text.contains(secret), "{secret} is in {text}");
    }
}
