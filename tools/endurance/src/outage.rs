//! A platform that is down for a while, and 10,000 callers who do not know.

mod budget;
mod jitter;

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use msdk::ErrorKind;

use crate::{
    check::Checks,
    endpoints::{Read, session, settings},
    server::{Crowd, Fate, Server},
};

const CALLERS: u64 = 10_000;
const OUTAGE: Duration = Duration::from_secs(10);
const AFTERWARDS: Duration = Duration::from_secs(5);

/// When calls succeeded, and how many requests the outage got.
#[derive(Default)]
struct Seen {
    stopped: AtomicU64,
    attempts: AtomicU64,
    successes: Mutex<Vec<Instant>>,
}

pub(crate) fn run(checks: &mut Checks) {
    let [breaking, paying] = [(); 2].map(|()| Server::start(|| Fate::Answered, false));
    let crowd = Arc::new(Crowd::new(jitter::AT_ONCE));
    let crowded = Server::start_with_crowd(Arc::clone(&crowd));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    runtime.expect("a runtime").block_on(async {
        go_through(&breaking, checks).await;
        budget::run(&paying, checks).await;
        jitter::run(&crowded, &crowd, checks).await;
    });
}

async fn go_through(server: &Server, checks: &mut Checks) {
    let client = settings(server.port).build().expect("a client");
    client.call(&session(0), Read).await.expect("a success before the outage");
    let seen = Arc::new(Seen::default());
    server.set_down(true);
    let connections = server.connections();
    let requests = server.requests();
    // Callers come evenly spread over the outage, each once more afterwards.
    let callers: Vec<_> = (0..CALLERS)
        .map(|caller| {
            let (client, seen) = (client.clone(), Arc::clone(&seen));
            let [first, second] = [OUTAGE, AFTERWARDS].map(|span| span.mul_f64(fastrand::f64()));
            tokio::spawn(async move {
                tokio::time::sleep(first).await;
                if let Err(error) = client.call(&session(caller), Read).await {
                    seen.attempts.fetch_add(error.attempts().into(), Ordering::Relaxed);
                    let stopped = error.kind() == ErrorKind::CircuitOpen;
                    seen.stopped.fetch_add(stopped.into(), Ordering::Relaxed);
                }
                tokio::time::sleep(OUTAGE.saturating_sub(first) + second).await;
                if client.call(&session(caller), Read).await.is_ok() {
                    seen.successes.lock().unwrap_or_else(PoisonError::into_inner).push(Instant::now());
                }
            })
        })
        .collect();
    tokio::time::sleep(OUTAGE).await;
    let (met, asked) = (server.connections() - connections, server.requests() - requests);
    server.set_down(false);
    let recovered = Instant::now();
    for caller in callers {
        caller.await.expect("a caller that does not panic");
    }

    let most = met.max(asked).max(seen.attempts.load(Ordering::Relaxed));
    let (ratio, stopped) = (ratio(most, CALLERS), seen.stopped.load(Ordering::Relaxed));
    checks.check(
        "a platform that is down is asked for no more than one call in fifty",
        format!("{ratio:.4} ({most} for {CALLERS} calls, {stopped} of them stopped before they were sent)"),
        ratio <= 0.02,
    );
    let successes = seen.successes.lock().unwrap_or_else(PoisonError::into_inner);
    let first = successes.iter().min().map(|success| success.saturating_duration_since(recovered));
    checks.check(
        "the first call succeeds within 2 s of the recovery",
        first.map_or("none did".into(), |first| format!("{} ms", first.as_millis())),
        first.is_some_and(|first| first <= Duration::from_secs(2)),
    );
}

#[expect(clippy::cast_precision_loss, reason = "a ratio is for reading")]
fn ratio(requests: u64, calls: u64) -> f64 {
    requests as f64 / calls.max(1) as f64
}
