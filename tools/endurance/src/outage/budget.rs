//! A platform that is down, and a client that never stops calling it: what the retry budget alone is worth.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use msdk::{Client, policy::CircuitBreaker};

use super::{CALLERS, ratio};
use crate::{
    check::Checks,
    endpoints::{Read, session, settings},
    server::Server,
};

/// Long enough for the calls not to be in each other's way: one that was not let out proves nothing.
const OUTAGE: Duration = Duration::from_secs(4);

pub(super) async fn run(server: &Server, checks: &mut Checks) {
    let client = settings(server.port).circuit_breaker(CircuitBreaker::never()).build().expect("a client");
    client.call(&session(0), Read).await.expect("a success before the outage");
    let before = (server.connections(), server.requests());
    server.set_down(true);
    let (sent, attempts) = call_in_vain(&client).await;
    let met = (server.connections() - before.0).max(server.requests() - before.1);

    let most = met.max(attempts);
    let ratio = ratio(most, sent);
    checks.check(
        "the retry budget alone keeps an outage at 1.1 requests for a call",
        format!("{ratio:.4} ({most} for {sent} calls that were sent, of {CALLERS})"),
        ratio <= 1.1 && sent >= CALLERS / 10 * 9,
    );
}

/// Returns how many calls were sent, and how often in all.
async fn call_in_vain(client: &Client) -> (u64, u64) {
    let (sent, attempts) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
    let callers = (0..CALLERS).map(|caller| {
        let (client, sent, attempts) = (client.clone(), Arc::clone(&sent), Arc::clone(&attempts));
        let pause = OUTAGE.mul_f64(fastrand::f64());
        tokio::spawn(async move {
            tokio::time::sleep(pause).await;
            let Err(error) = client.call(&session(caller), Read).await else { return };
            sent.fetch_add(u64::from(error.attempts() > 0), Ordering::Relaxed);
            attempts.fetch_add(error.attempts().into(), Ordering::Relaxed);
        })
    });
    for caller in callers.collect::<Vec<_>>() {
        caller.await.expect("a caller that does not panic");
    }
    (sent.load(Ordering::Relaxed), attempts.load(Ordering::Relaxed))
}
