//! What a client does about a failure before its caller hears of it, over a real socket.

use std::{
    num::NonZeroU32,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, SystemTime},
};

use msdk::{
    Advice, Client, ClientBuilder, ErrorKind,
    clock::{Clock, Sleep},
    msdk_endpoint,
    policy::{CircuitBreaker, RetryBudget, RetryPolicy},
    qq::relation::UnbindGroup,
};

use crate::support::{Ping, PingReply, Script, http, ping, session, settings};

/// Asks for anything, which does no harm.
#[msdk_endpoint(path = "/game/look/", method = POST, reply = PingReply, idempotent)]
struct Look;

const PONG: &str = r#"{"ret":0,"pong":1}"#;
const PASSING: &str = r#"{"ret":-308,"msg":"upstream timed out"}"#;

/// A server that breaks off the first exchange, and answers the others.
async fn breaking_off(bodies: &[&str]) -> Script {
    let answers = bodies.iter().map(|body| http("200 OK", body));
    Script::raw([b"HTTP/1.1 200".to_vec()].into_iter().chain(answers)).await
}

/// Settings whose pauses take no time.
fn hasty(script: &Script) -> ClientBuilder {
    settings(&script.base_url).randomness(0)
}

fn client(script: &Script) -> Client {
    hasty(script).build().unwrap()
}

#[tokio::test]
async fn an_unknown_outcome_is_tried_again_only_where_it_does_no_harm() {
    let script = breaking_off(&[PONG]).await;
    let answer = client(&script).call(&session(), Look).answer().await.unwrap();
    assert_eq!((answer.attempts, answer.done_before, script.requests().len()), (2, false, 2));

    let script = breaking_off(&[PONG]).await;
    let error = ping(&client(&script), &session(), Ping::default()).await.unwrap_err();
    assert_eq!((error.kind(), error.may_have_acted(), error.attempts()), (ErrorKind::Transport, true, 1));
    assert_eq!((error.advice(), error.is_retryable()), (Advice::Verify, false));
    assert_eq!(script.requests().len(), 1);

    let script = breaking_off(&[PONG]).await;
    let reply = client(&script).call(&session(), Ping::default()).repeatable().await;
    assert_eq!((reply.unwrap(), script.requests().len()), (PingReply { pong: 1 }, 2), "the caller said so");
}

#[tokio::test]
async fn a_code_that_advises_it_is_tried_again_once() {
    let script = Script::bodies([PASSING, PONG]).await;
    assert_eq!(look(&client(&script), &session(), Look).await.unwrap(), PingReply { pong: 1 });

    let script = Script::bodies([PASSING; 4]).await;
    let error = look(&client(&script), &session(), Look).await.unwrap_err();
    assert_eq!((error.attempts(), error.ret(), error.advice()), (2, Some(-308), Advice::Retry));
    assert_eq!(script.requests().len(), 2);

    let script = Script::bodies([PASSING; 4]).await;
    let error = ping(&client(&script), &session(), Ping::default()).await.unwrap_err();
    assert_eq!((error.attempts(), error.advice(), script.requests().len()), (1, Advice::Verify, 1));

    let script = Script::bodies([r#"{"ret":-502,"msg":"sig error"}"#, PONG]).await;
    let error = look(&client(&script), &session(), Look).await.unwrap_err();
    assert_eq!((error.attempts(), script.requests().len()), (1, 1), "another code");
}

#[tokio::test]
async fn a_failing_server_is_given_the_time_it_asks_for() {
    let busy =
        |after: &str| format!("HTTP/1.1 503 Busy\r\nRetry-After: {after}\r\nContent-Length: 0\r\n\r\n").into_bytes();
    for after in ["0", "junk", "-1", "Tue, 08 Oct 2013 04:22:14 GMT"] {
        let script = Script::raw([busy(after), http("200 OK", PONG)]).await;
        assert_eq!(look(&client(&script), &session(), Look).await.unwrap(), PingReply { pong: 1 }, "{after}");
    }
    for (after, wait) in [("3600", 3600), ("18446744073709551615", u64::MAX), ("Wed, 09 Oct 2013 05:02:14 GMT", 6800)] {
        let script = Script::raw([busy(after), http("200 OK", PONG)]).await;
        let error = look(&client(&script), &session(), Look).await.unwrap_err();
        assert_eq!((error.status(), error.retry_after()), (Some(503), Some(Duration::from_secs(wait))), "{after}");
        assert!(error.to_string().contains("1 attempt in") && error.to_string().contains("no time left"), "{error}");
        assert_eq!(script.requests().len(), 1);
    }
    let wait = b"HTTP/1.1 429 Slow Down\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n".to_vec();
    let script = Script::raw([wait, http("200 OK", PONG)]).await;
    assert_eq!(look(&client(&script), &session(), Look).await.unwrap(), PingReply { pong: 1 });
    let script = Script::raw([http("429 Slow Down", ""), http("200 OK", PONG)]).await;
    let error = look(&client(&script), &session(), Look).await.unwrap_err();
    assert_eq!((error.advice(), script.requests().len()), (Advice::SlowDown, 1));
}

#[tokio::test]
async fn every_attempt_is_signed_with_its_own_time() {
    let script = breaking_off(&[PONG]).await;
    let client = hasty(&script).clock(msdk::clock::SystemClock).randomness(u64::MAX).retry_policy(
        RetryPolicy::new().first_pause(Duration::from_millis(1100)).longest_pause(Duration::from_secs(2)),
    );
    look(&client.build().unwrap(), &session(), Look).await.unwrap();
    let query = |request: &String| request.split(" HTTP/1.1").next().unwrap().to_owned();
    let requests: Vec<String> = script.requests().iter().map(query).collect();
    assert_eq!(requests.len(), 2);
    assert_ne!(requests[0], requests[1], "timestamp and signature are another");
}

#[tokio::test]
async fn what_is_done_is_not_refused_after_an_attempt_that_may_have_done_it() {
    const NO_BINDING: &str = r#"{"ret":-10000,"msg":"2001,no binding","platCode":"2001","is_lost":"0"}"#;
    let group = || UnbindGroup { group_openid: "84A8".into(), unionid: "7".into() };

    let script = Script::bodies([NO_BINDING]).await;
    let error = client(&script).call(&session(), group()).await.unwrap_err();
    assert_eq!((error.plat_code(), error.advice()), (Some(2001), Advice::Ignore), "nothing came before");

    let script = breaking_off(&[NO_BINDING, NO_BINDING]).await;
    let client = client(&script);
    let error = client.call(&session(), group()).await.unwrap_err();
    assert_eq!((error.may_have_acted(), script.requests().len()), (true, 1), "not tried again by itself");
    let answer = client.call(&session(), group()).after(&error).answer().await.unwrap();
    assert_eq!((answer.done_before, answer.reply.is_lost), (true, false));

    let script = breaking_off(&[NO_BINDING]).await;
    let answer = hasty(&script).build().unwrap().call(&session(), group()).repeatable().answer().await.unwrap();
    assert_eq!((answer.done_before, answer.attempts), (true, 2));
}

#[tokio::test]
async fn what_was_refused_before_stays_refused() {
    const NO_BINDING: &str = r#"{"ret":-10000,"msg":"2001,no binding","platCode":"2001","is_lost":"0"}"#;
    let group = || UnbindGroup { group_openid: "84A8".into(), unionid: "7".into() };
    let script = Script::bodies([NO_BINDING; 2]).await;
    let client = client(&script);
    let first = client.call(&session(), group()).await.unwrap_err();
    let second = client.call(&session(), group()).after(&first).await.unwrap_err();
    assert_eq!(second.plat_code(), Some(2001), "the first call was told that nothing was bound");

    let script = breaking_off(&[NO_BINDING]).await;
    let client = hasty(&script).build().unwrap();
    let other = ping(&client, &session(), Ping::default()).await.unwrap_err();
    assert!(other.may_have_acted());
    let error = client.call(&session(), group()).after(&other).await.unwrap_err();
    assert_eq!(error.plat_code(), Some(2001), "another endpoint has unbound nothing");
}

#[tokio::test]
async fn a_call_after_one_that_may_have_acted_may_have_acted() {
    let script = breaking_off(&[r#"{"ret":-502,"msg":"sig error"}"#]).await;
    let client = client(&script);
    let first = ping(&client, &session(), Ping::default()).await.unwrap_err();
    let second = client.call(&session(), Ping::default()).after(&first).await.unwrap_err();
    assert_eq!((second.ret(), second.may_have_acted()), (Some(-502), true));
    assert_eq!(second.advice(), Advice::Verify, "nobody knows yet what became of the first");
}

#[tokio::test]
async fn retries_end_with_the_budget() {
    let script = Script::raw([]).await;
    let client = hasty(&script).retry_budget(RetryBudget::new().saved_up(4)).build().unwrap();
    let mut attempts = Vec::new();
    for _ in 0..4 {
        let error = look(&client, &session(), Look).await.unwrap_err();
        attempts.push((error.attempts(), error.to_string().contains("no retries left in the client's budget")));
    }
    assert_eq!(attempts, [(4, false), (2, true), (1, true), (1, true)]);
    assert_eq!(script.requests().len(), 8);
}

#[tokio::test]
async fn a_platform_that_is_down_is_left_alone() {
    let script = Script::raw([]).await;
    let breaker = CircuitBreaker::new().failures(3).look_every(Duration::from_secs(3600));
    let client = hasty(&script).retry_policy(RetryPolicy::never()).circuit_breaker(breaker).build().unwrap();
    let mut kinds = Vec::new();
    for _ in 0..5 {
        kinds.push(look(&client, &session(), Look).await.unwrap_err().kind());
    }
    assert_eq!(kinds[..3], [ErrorKind::Transport; 3]);
    assert_eq!(kinds[3..], [ErrorKind::CircuitOpen; 2]);
    assert_eq!(script.requests().len(), 3);
}

#[tokio::test]
async fn a_broken_endpoint_says_nothing_about_the_others() {
    let answers = [http("502 Bad", ""), http("502 Bad", ""), http("200 OK", PONG)];
    let script = Script::raw(answers).await;
    let breaker = CircuitBreaker::new().failures(2).look_every(Duration::from_secs(3600));
    let client = hasty(&script).circuit_breaker(breaker).build().unwrap();
    for _ in 0..2 {
        assert_eq!(ping(&client, &session(), Ping::default()).await.unwrap_err().status(), Some(502));
    }
    let error = ping(&client, &session(), Ping::default()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::CircuitOpen);
    let line = error.to_string();
    assert!(line.contains("the last 2 attempts had no answer") && line.contains("(http_status)"), "{line}");
    assert_eq!(look(&client, &session(), Look).await.unwrap(), PingReply { pong: 1 });
}

#[tokio::test]
async fn nothing_is_sent_without_time_for_its_answer() {
    let script = Script::bodies([PONG; 3]).await;
    for call in [
        client(&script).call(&session(), Ping::default()).timeout(Duration::ZERO),
        client(&script).call(&session(), Ping::default()).attempt_timeout(Duration::ZERO),
    ] {
        let error = call.await.unwrap_err();
        assert_eq!((error.kind(), error.may_have_acted(), error.attempts()), (ErrorKind::OutOfTime, false, 0));
    }
    assert!(script.requests().is_empty());

    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client =
        settings(&format!("http://{}", silent.local_addr().unwrap())).max_requests(1).max_waiting(1).build().unwrap();
    let call = |time| {
        tokio::spawn(client.call(&session(), Ping::default()).timeout(Duration::from_millis(time)).into_future())
    };
    let [first, second] = [call(500), call(520)];
    assert_eq!(first.await.unwrap().unwrap_err().kind(), ErrorKind::Transport);
    let error = second.await.unwrap().unwrap_err();
    assert_eq!((error.kind(), error.may_have_acted()), (ErrorKind::OutOfTime, false), "{error}");
}

#[tokio::test]
async fn calls_beyond_the_queue_fail_at_once_and_those_in_it_in_time() {
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let settings = settings(&format!("http://{}", silent.local_addr().unwrap()));
    let client = settings.max_requests(1).max_waiting(1).build().unwrap();
    let [long, short] = [1000, 100].map(Duration::from_millis);
    let calls = [long, short, long].map(|time| tokio::spawn(client.call(&session(), Look).timeout(time).into_future()));
    let mut errors = Vec::new();
    for call in calls {
        let error = call.await.unwrap().unwrap_err();
        errors.push((error.kind(), error.attempts(), error.may_have_acted()));
    }
    let not_sent = |kind| (kind, 0, false);
    let expected = [(ErrorKind::Transport, 1, true), not_sent(ErrorKind::OutOfTime), not_sent(ErrorKind::Overloaded)];
    assert_eq!(errors, expected);
}

#[tokio::test]
async fn a_dropped_call_gives_its_turn_back() {
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = silent.local_addr().unwrap();
    let client = settings(&format!("http://{address}")).max_requests(1).max_waiting(0).build().unwrap();
    let call = tokio::spawn(client.call(&session(), Ping::default()).into_future());
    let (connection, _) = silent.accept().await.unwrap();
    connection.readable().await.unwrap();
    assert_eq!(ping(&client, &session(), Ping::default()).await.unwrap_err().kind(), ErrorKind::Overloaded);
    call.abort();
    assert!(call.await.unwrap_err().is_cancelled());
    let next = tokio::spawn(client.call(&session(), Ping::default()).into_future());
    silent.accept().await.expect("the next call connects anew");
    next.abort();
}

/// Time that stands still but for the pauses of the client, each of which passes at once.
#[derive(Debug, Clone, Default)]
struct OwnTime(Arc<AtomicU64>);

impl OwnTime {
    fn advance(&self, time: Duration) {
        self.0.fetch_add(u64::try_from(time.as_millis()).unwrap(), Ordering::SeqCst);
    }
}

impl Clock for OwnTime {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_381_288_134) + self.monotonic()
    }

    fn monotonic(&self) -> Duration {
        Duration::from_millis(self.0.load(Ordering::SeqCst))
    }

    fn sleep(&self, time: Duration) -> Sleep {
        // Pauses between attempts and turns are at most a second here; what is longer limits an exchange, which the server
        // ends.
        if time > Duration::from_secs(1) {
            return Box::pin(std::future::pending());
        }
        self.advance(time);
        Box::pin(std::future::ready(()))
    }
}

#[tokio::test]
async fn a_player_has_one_turn_a_second() {
    let script = Script::bodies([PONG; 8]).await;
    let time = OwnTime::default();
    let client = hasty(&script).clock(time.clone()).requests_per_player(NonZeroU32::MIN).build().unwrap();
    look(&client, &session(), Look).await.unwrap();
    ping(&client, &session(), Ping::default()).await.unwrap();
    assert_eq!(time.monotonic(), Duration::ZERO, "another endpoint has a turn of its own");
    let error = client.call(&session(), Look).timeout(Duration::from_millis(100)).await.unwrap_err();
    assert_eq!((error.kind(), error.advice(), error.attempts()), (ErrorKind::Paced, Advice::SlowDown, 0));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(1)));
    look(&client, &session(), Look).await.unwrap();
    assert_eq!(time.monotonic(), Duration::from_secs(1), "it waited for its turn");
    assert_eq!(script.requests().len(), 3);
}

#[tokio::test]
async fn those_who_wait_for_a_players_turn_are_bounded_too() {
    let script = Script::bodies([PONG; 8]).await;
    let settings = hasty(&script).requests_per_player(NonZeroU32::MIN).max_requests(8).max_waiting(2);
    let client = settings.timeout(Duration::MAX).build().unwrap();
    look(&client, &session(), Look).await.unwrap();
    let calls: Vec<_> = (0..5).map(|_| tokio::spawn(client.call(&session(), Look).into_future())).collect();
    let mut outcomes = Vec::new();
    for call in calls {
        outcomes.push(call.await.unwrap().err().map(|error| error.kind()));
    }
    let overloaded = outcomes.iter().filter(|kind| **kind == Some(ErrorKind::Overloaded)).count();
    let answered = outcomes.iter().filter(|kind| kind.is_none()).count();
    assert_eq!(overloaded + answered, 5, "{outcomes:?}");
    assert!(overloaded >= 1 && answered >= 2, "{outcomes:?}");
}

#[tokio::test]
async fn an_answer_that_cannot_be_read_pays_for_no_retry() {
    let broken_off = || b"HTTP/1.1 200".to_vec();
    let unreadable = http("200 OK", r#"{"ret":0}"#);
    let script = Script::raw([broken_off(), unreadable, broken_off(), http("200 OK", PONG)]).await;
    let budget = RetryBudget::new().saved_up(1).percent(100);
    let client = hasty(&script).retry_budget(budget).build().unwrap();
    let first = look(&client, &session(), Look).await.unwrap_err();
    assert_eq!((first.kind(), first.attempts()), (ErrorKind::MalformedAnswer, 2));
    let second = look(&client, &session(), Look).await.unwrap_err();
    assert_eq!((second.kind(), second.attempts()), (ErrorKind::Transport, 1), "{second}");
}

#[tokio::test]
async fn a_retry_that_is_not_made_costs_nothing() {
    let script = Script::raw([]).await;
    let long = RetryPolicy::new().first_pause(Duration::from_secs(3600)).longest_pause(Duration::from_secs(3600));
    let budget = RetryBudget::new().saved_up(1);
    let client = hasty(&script).randomness(u64::MAX).retry_policy(long).retry_budget(budget).timeout(Duration::MAX);
    let client = client.build().unwrap();
    for requests in 1..=3 {
        let call = client.call(&session(), Look).into_future();
        let dropped = tokio::time::timeout(Duration::from_millis(100), call).await;
        assert!(dropped.is_err(), "it waits for its second attempt, which the budget has enough for");
        assert_eq!(script.requests().len(), requests);
    }
}

#[tokio::test]
async fn times_without_end_are_no_mistake() {
    let script = Script::bodies([PONG]).await;
    let call = client(&script).call(&session(), Look).timeout(Duration::MAX).attempt_timeout(Duration::MAX);
    assert_eq!(call.await.unwrap(), PingReply { pong: 1 });
}
