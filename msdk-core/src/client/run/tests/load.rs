//! Nobody pays for another: one endpoint, one player, one caller who loses patience.

use std::num::NonZeroU32;

use tokio::time::{Instant, sleep, timeout};

use super::*;
use crate::{
    client::{ClientBuilder, RetryBudget},
    describe::{Endpoint, Metadata},
    encode::Encoder,
    wire::{Transport, TransportFuture},
};

const HOUR: Duration = Duration::from_secs(3600);
const PASSING: Result<(u16, &str), (Sent, Fault)> = Ok((200, r#"{"ret":-306,"msg":"timed out"}"#));

/// Declares an endpoint that may be repeated.
macro_rules! endpoint {
    ($type:ident, $name:literal, $path:literal) => {
        struct $type;

        impl Endpoint for $type {
            type Reply = ();

            const DECLARED: Metadata = Metadata::post($name, $path).idempotent();

            fn encode(&self, _: &mut Encoder<'_>) {}
        }
    };
}

endpoint!(CoinsOfV1, "coins", "/v1/coins/");
endpoint!(CoinsOfV2, "coins", "/v2/coins/");
endpoint!(CoinsByAnotherName, "purse", "/v1/coins/");

fn player(number: usize) -> Session {
    Session::new(format!("{number:032X}"), "933FE8C9")
}

async fn call<E: Endpoint<Reply = ()>>(client: &Client, number: usize, endpoint: E) -> Result<Answer<()>, Error> {
    client.call(&player(number), endpoint).answer().await
}

/// Answers every endpoint at once but [`Look`], which hangs.
#[derive(Debug)]
struct LookHangs;

impl Transport for LookHangs {
    fn send(&self, request: http::Request<Bytes>, _: Attempt) -> TransportFuture<'_> {
        let hangs = request.uri().path() == Look::META.path;
        Box::pin(async move {
            if hangs {
                std::future::pending::<()>().await;
            }
            Ok(Delivered::new(http::Response::new(r#"{"ret":0}"#.into())))
        })
    }
}

fn where_look_hangs() -> ClientBuilder {
    Client::builder().app_id("1").app_key("key").base_url("http://127.0.0.1:1").randomness(0).transport(LookHangs)
}

#[tokio::test(start_paused = true)]
async fn an_endpoint_that_hangs_delays_no_other() {
    let breaker = CircuitBreaker::never();
    let client = where_look_hangs().max_requests(16).max_waiting(1000).circuit_breaker(breaker).build().unwrap();
    call(&client, 0, CoinsOfV1).await.unwrap();
    for caller in 0..200 {
        let client = client.clone();
        tokio::spawn(async move { call(&client, caller, Look).await });
    }
    sleep(Duration::from_millis(1)).await;
    let started = Instant::now();
    for caller in 0..100 {
        call(&client, caller, CoinsOfV1).await.unwrap();
    }
    // Time stands still unless everybody waits for it.
    assert_eq!(started.elapsed(), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn calls_that_are_dropped_open_the_breaker() {
    let transport = Scripted::new([]);
    let breaker = CircuitBreaker::new().failures(8).look_every(HOUR);
    let client = transport.settings().circuit_breaker(breaker).build().unwrap();
    for caller in 0..8 {
        assert!(timeout(Duration::from_millis(400), call(&client, caller, Look)).await.is_err(), "caller {caller}");
    }
    let error = call(&client, 9, Look).await.unwrap_err();
    assert_eq!((error.kind(), transport.attempts(|_| ()).len()), (ErrorKind::CircuitOpen, 8));

    let transport = Scripted::new([]);
    let client = transport.settings().circuit_breaker(breaker).build().unwrap();
    for caller in 0..20 {
        assert!(timeout(Duration::from_millis(20), call(&client, caller, Look)).await.is_err());
    }
    assert_eq!(transport.attempts(|_| ()).len(), 20, "too soon to say anything about the endpoint");
}

#[tokio::test(start_paused = true)]
async fn one_players_failures_open_the_breaker_for_nobody_else() {
    let failures = std::iter::repeat_n(BROKEN_OFF, 5);
    let transport = Scripted::new(failures.chain([WELL]));
    let breaker = CircuitBreaker::new().failures(5).look_every(HOUR);
    let settings = transport.settings().retry_policy(RetryPolicy::never()).circuit_breaker(breaker);
    let client = settings.build().unwrap();
    for _ in 0..5 {
        assert_eq!(call(&client, 1, Look).await.unwrap_err().kind(), ErrorKind::Transport);
    }
    assert_eq!(call(&client, 1, Look).await.unwrap_err().kind(), ErrorKind::CircuitOpen, "their own calls are stopped");
    assert!(call(&client, 2, Look).await.is_ok());
}

#[tokio::test(start_paused = true)]
async fn refusals_leave_the_retries_of_broken_connections_alone() {
    let refusals = std::iter::repeat_n(PASSING, 9);
    let transport = Scripted::new(refusals.chain([NOT_SENT, NOT_SENT, NOT_SENT, WELL]));
    let client = transport.settings().retry_budget(RetryBudget::new().saved_up(4)).build().unwrap();
    let mut attempts = Vec::new();
    for _ in 0..7 {
        attempts.push(call(&client, 1, Look).await.unwrap_err().attempts());
    }
    assert_eq!(attempts, [2, 2, 1, 1, 1, 1, 1], "half of the endpoint's own budget, for one player");
    assert_eq!(call(&client, 2, Look).await.unwrap().attempts, 4);
}

#[tokio::test(start_paused = true)]
async fn successes_pay_into_the_budget() {
    let transport = Scripted::new([NOT_SENT, WELL, NOT_SENT, NOT_SENT, WELL, NOT_SENT, NOT_SENT]);
    let budget = RetryBudget::new().saved_up(1).percent(100);
    let client = transport.settings().retry_budget(budget).build().unwrap();
    assert_eq!(call(&client, 1, Look).await.unwrap().attempts, 2);
    let error = call(&client, 1, Look).await.unwrap_err();
    assert_eq!(error.attempts(), 2, "the success before paid for one retry");
    assert_eq!(call(&client, 1, Look).await.unwrap().attempts, 1);
    assert_eq!(call(&client, 1, Look).await.unwrap_err().attempts(), 2);
}

#[tokio::test(start_paused = true)]
async fn retries_whose_pauses_end_together_were_paid_for_one_by_one() {
    let transport = Scripted::new([NOT_SENT, WELL, NOT_SENT, WELL, WELL]);
    let budget = RetryBudget::new().saved_up(1).percent(100);
    let policy = RetryPolicy::new().first_pause(Duration::from_secs(1));
    let settings = transport.settings().retry_policy(policy).randomness(u64::MAX);
    let client = settings.retry_budget(budget).build().unwrap();
    let caller = client.clone();
    let first = tokio::spawn(async move { call(&caller, 1, Look).await });
    sleep(Duration::from_millis(1)).await;
    assert_eq!(call(&client, 1, Look).await.unwrap().attempts, 1, "it pays for the next retry");
    assert_eq!(call(&client, 1, Look).await.unwrap().attempts, 2);
    assert_eq!(first.await.unwrap().unwrap().attempts, 2);
}

#[tokio::test(start_paused = true)]
async fn nobody_waits_for_a_permit_that_the_breaker_would_not_let_them_use() {
    let transport = Scripted::new([NOT_SENT]);
    let breaker = CircuitBreaker::new().failures(1).look_every(HOUR);
    let settings = transport.settings().retry_policy(RetryPolicy::never()).circuit_breaker(breaker);
    let client = settings.max_requests(1).max_waiting(8).build().unwrap();
    assert_eq!(call(&client, 1, Look).await.unwrap_err().kind(), ErrorKind::NotSent);
    let other = client.clone();
    tokio::spawn(async move { call(&other, 1, CoinsOfV1).await });
    sleep(Duration::from_millis(1)).await;
    let error = call(&client, 1, Look).await.unwrap_err();
    assert_eq!((error.kind(), error.elapsed()), (ErrorKind::CircuitOpen, Duration::ZERO));
}

#[tokio::test(start_paused = true)]
async fn a_call_that_pauses_leaves_its_permit_to_others() {
    let transport = Scripted::new([NOT_SENT, WELL, WELL]);
    let policy = RetryPolicy::new().first_pause(Duration::from_secs(1));
    let settings = transport.settings().retry_policy(policy).randomness(u64::MAX).max_requests(1).max_waiting(0);
    let client = settings.build().unwrap();
    let first = tokio::spawn({
        let client = client.clone();
        async move { call(&client, 1, Look).await }
    });
    sleep(Duration::from_millis(10)).await;
    assert_eq!(call(&client, 2, Look).await.unwrap().attempts, 1);
    assert_eq!(first.await.unwrap().unwrap().attempts, 2);
}

#[tokio::test(start_paused = true)]
async fn a_player_is_paced_by_the_path_of_the_endpoint() {
    let transport = Scripted::new([WELL, WELL, WELL]);
    let client = transport.settings().requests_per_player(NonZeroU32::MIN).build().unwrap();
    let started = Instant::now();
    call(&client, 1, CoinsOfV1).await.unwrap();
    call(&client, 1, CoinsOfV2).await.unwrap();
    assert!(started.elapsed() < TICK, "another endpoint, although it has the same name");
    call(&client, 1, CoinsByAnotherName).await.unwrap();
    assert!(started.elapsed() >= Duration::from_secs(1), "the same endpoint, although it has another name");
}
