//! Calls on a transport that follows a script, in time that passes as soon as everyone waits for it.

mod load;

use std::pin::pin;

use bytes::Bytes;
use tokio::time::Instant;

use super::{attempt::GRACE, *};
use crate::{
    client::{
        Answer, CircuitBreaker, RetryPolicy, Session,
        scripted::{BROKEN_OFF, Look, NOT_SENT, Scripted, TICK, WELL},
    },
    error::{Advice, ErrorKind, Turn},
    wire::{Attempt, Fault, Sent, Transport, TransportError, TransportFuture, patience},
};

async fn look(client: &Client) -> Result<Answer<()>, Error> {
    client.call(&Session::new("A3284A81", "933FE8C9"), Look).answer().await
}

#[tokio::test(start_paused = true)]
async fn attempts_share_the_time_of_a_call() {
    let transport = Scripted::new([]);
    let client = transport.settings().timeout(Duration::from_secs(5)).attempt_timeout(Duration::from_secs(2));
    let error = look(&client.build().unwrap()).await.unwrap_err();
    assert_eq!((error.kind(), error.is_timeout(), error.attempts()), (ErrorKind::Transport, true, 3));
    let timeouts = transport.attempts(|attempt| attempt.timeout);
    let expected = [2000, 2000, 800].map(Duration::from_millis);
    assert!(timeouts.iter().zip(expected).all(|(timeout, expected)| timeout.abs_diff(expected) < TICK), "{timeouts:?}");
    assert!(error.elapsed().abs_diff(Duration::from_secs(5) + GRACE) < TICK, "{:?}", error.elapsed());
}

#[tokio::test(start_paused = true)]
async fn a_transport_may_be_a_little_late() {
    let time = Duration::from_secs(2) + GRACE / 2;
    let transport = Scripted::new([WELL]).taking(time);
    let client = transport.settings().attempt_timeout(Duration::from_secs(2)).build().unwrap();
    let answer = look(&client).await.unwrap();
    assert_eq!(answer.attempts, 1);
    assert!(answer.elapsed.abs_diff(time) < TICK, "{:?}", answer.elapsed);
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_broke_under_a_call_is_no_reason_to_trust_the_next() {
    let transport = Scripted::new([NOT_SENT, BROKEN_OFF, WELL]);
    look(&transport.settings().build().unwrap()).await.unwrap();
    assert_eq!(transport.attempts(|attempt| attempt.new_connection), [false, false, true]);
}

#[tokio::test(start_paused = true)]
async fn a_proxy_that_refuses_is_not_asked_again_and_nobody_acted() {
    for sent in [Sent::No, Sent::Maybe] {
        let transport = Scripted::new([Err((sent, Fault::Proxy)), WELL]);
        let error = look(&transport.settings().build().unwrap()).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts(), error.may_have_acted()), (ErrorKind::Proxy, 1, false));
        assert_eq!((error.advice(), error.turn()), (Advice::FixRequest, Turn::Network));
    }
}

#[tokio::test(start_paused = true)]
async fn only_a_server_that_does_not_answer_is_left_alone() {
    for (outcome, is_left_alone) in [
        (NOT_SENT, true),
        (BROKEN_OFF, true),
        (Err((Sent::Maybe, Fault::Protocol)), true),
        (Err((Sent::Maybe, Fault::TooLarge)), false),
        (Err((Sent::Maybe, Fault::Encoding)), false),
        (Err((Sent::No, Fault::Proxy)), false),
        (Ok((499, "")), false),
        (Ok((500, "")), true),
        (Ok((503, "")), true),
        (Ok((200, "<html>")), false),
        (Ok((200, r#"{"ret":-308}"#)), false),
        (WELL, false),
    ] {
        let settings = Scripted::new([outcome, WELL]).settings().retry_policy(RetryPolicy::never());
        let client = settings.circuit_breaker(CircuitBreaker::new().failures(1)).build().unwrap();
        let _ = look(&client).await;
        let kind = look(&client).await.err().map(|error| error.kind());
        assert_eq!(kind, is_left_alone.then_some(ErrorKind::CircuitOpen), "{outcome:?}");
    }
}

/// Stops all that would happen within some time.
async fn pausing<T>(time: Duration, call: impl Future<Output = T>) -> T {
    tokio::join!(call, tokio::time::advance(time)).0
}

const PAUSED: Duration = Duration::from_secs(10);

#[tokio::test(start_paused = true)]
async fn an_answer_that_came_during_a_pause_is_taken() {
    let transport = Scripted::new([WELL]).taking(PAUSED + Duration::from_millis(50));
    let client = transport.settings().attempt_timeout(Duration::from_secs(2)).build().unwrap();
    pausing(PAUSED, look(&client)).await.unwrap();
}

/// Answers after some time, within limits that are fair.
#[derive(Debug)]
struct Fair(Duration);

impl Transport for Fair {
    fn send(&self, _: http::Request<Bytes>, attempt: Attempt) -> TransportFuture<'_> {
        Box::pin(async move {
            let deadline = patience::after(Instant::now(), attempt.timeout);
            let answer = patience::until(deadline, pin!(tokio::time::sleep(self.0))).await;
            let late = TransportError::new(Sent::Maybe, Fault::Other, "late").with_timeout();
            answer.ok_or(late).map(|()| Delivered::new(http::Response::new(r#"{"ret":0}"#.into())))
        })
    }
}

#[tokio::test(start_paused = true)]
async fn the_client_waits_for_as_long_as_a_transport_that_is_fair() {
    let limit = Duration::from_secs(2);
    // The transport's limit is noticed later than the client's by the grace, and so is extended for longer.
    let (pause, more) = (limit + GRACE + Duration::from_millis(50), Duration::from_millis(120));
    let settings = Scripted::new([]).settings().transport(Fair(pause + more)).attempt_timeout(limit);
    let client = settings.retry_policy(RetryPolicy::never()).build().unwrap();
    pausing(pause, look(&client)).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_pause_of_this_process_does_not_count_against_the_platform() {
    let hangs = Scripted::new([]).settings().retry_policy(RetryPolicy::never());
    let client = hangs.circuit_breaker(CircuitBreaker::new().failures(1)).build().unwrap();
    let kind = async || look(&client).await.unwrap_err().kind();
    assert_eq!(pausing(PAUSED, kind()).await, ErrorKind::Transport);
    assert_eq!(kind().await, ErrorKind::Transport, "the pause was not counted");
    assert_eq!(kind().await, ErrorKind::CircuitOpen, "the time-out after it was");
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_dropped_after_a_pause_does_not_count_either() {
    let hangs = Scripted::new([]).settings().retry_policy(RetryPolicy::never());
    let client = hangs.circuit_breaker(CircuitBreaker::new().failures(1)).build().unwrap();
    let dropped = tokio::time::timeout(Duration::from_secs(1), look(&client));
    pausing(PAUSED, dropped).await.unwrap_err();
    assert_eq!(look(&client).await.unwrap_err().kind(), ErrorKind::Transport);
}

#[tokio::test(start_paused = true)]
async fn what_this_machine_or_a_proxy_refuses_says_nothing_about_the_platform() {
    for fault in [Fault::Machine, Fault::Proxy] {
        let refused = Err((Sent::No, fault));
        let settings = Scripted::new([BROKEN_OFF, refused, refused, BROKEN_OFF]).settings();
        let settings = settings.retry_policy(RetryPolicy::never());
        let client = settings.circuit_breaker(CircuitBreaker::new().failures(2)).build().unwrap();
        let mut kinds = Vec::new();
        for _ in 0..5 {
            kinds.push(look(&client).await.unwrap_err().kind());
        }
        let own = kinds[1];
        let expected = [ErrorKind::Transport, own, own, ErrorKind::Transport, ErrorKind::CircuitOpen];
        assert_eq!(kinds, expected, "neither a failure nor an answer");
    }
}
