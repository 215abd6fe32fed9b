//! 100,000 calls, of which one request in twenty fails in one way or another.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use crate::{
    check::Checks,
    interfaces::{Read, Write, session, settings},
    server::{Fate, Server},
};

const CALLS: u64 = 100_000;
const CALLERS: u64 = 64;

/// What became of the calls to one interface.
#[derive(Default)]
struct Outcomes {
    calls: AtomicU64,
    ok: AtomicU64,
    /// Failures that say that nothing was done.
    not_done: AtomicU64,
    unknown: AtomicU64,
}

fn one_in_twenty() -> Fate {
    const FAULTS: [Fate; 4] = [Fate::ResetBefore, Fate::ResetAfter, Fate::Cut, Fate::HeadCut];
    match fastrand::u32(..100) {
        0..5 => fastrand::choice(FAULTS).unwrap_or(Fate::Cut),
        // An end of a connection under a later request, which is nobody's fault.
        5..7 => Fate::AnsweredAndClosed,
        _ => Fate::Answered,
    }
}

pub(crate) fn run(checks: &mut Checks) {
    let server = Server::start(one_in_twenty, true);
    let (reads, writes) = (Arc::new(Outcomes::default()), Arc::new(Outcomes::default()));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    runtime.expect("a runtime").block_on(all_callers(&server, &reads, &writes));

    let (written, doubled) = server.done("/game/write/");
    let count = |number: &AtomicU64| number.load(Ordering::Relaxed);
    let (requests, faults) = (server.requests(), server.faults());
    println!("  {requests} requests, {faults} of them failed ({:.2} %)", share(faults, requests));
    let (ok, calls) = (count(&reads.ok), count(&reads.calls));
    let rate = share(ok, calls);
    checks.check(
        "idempotent calls succeed in 99.99 % of cases",
        format!("{ok} of {calls}, {rate:.4} %"),
        rate >= 99.99,
    );
    let (ok, calls) = (count(&writes.ok), count(&writes.calls));
    checks.check("no other call is done twice", format!("{doubled} of {calls} calls, {ok} succeeded"), doubled == 0);
    let (not_done, unknown) = (count(&writes.not_done), count(&writes.unknown));
    let done = u64::try_from(written).unwrap_or(u64::MAX);
    let is_honest = ok <= done && done <= ok + unknown && ok + unknown + not_done == calls;
    let told = format!("{done} done; {ok} succeeded, {unknown} unknown, {not_done} not done");
    checks.check("what is said to have been done was, and what is said not to have been was not", told, is_honest);
}

async fn all_callers(server: &Server, reads: &Arc<Outcomes>, writes: &Arc<Outcomes>) {
    let client = settings(server.port).build().expect("a client");
    let callers = (0..CALLERS).map(|caller| {
        let (client, reads, writes) = (client.clone(), Arc::clone(reads), Arc::clone(writes));
        tokio::spawn(async move {
            for call in (caller..CALLS).step_by(usize::try_from(CALLERS).unwrap_or(1)) {
                let session = session(call);
                let (outcomes, result) = if fastrand::bool() {
                    (&reads, client.call(&session, Read).await)
                } else {
                    (&writes, client.call(&session, Write).await)
                };
                outcomes.calls.fetch_add(1, Ordering::Relaxed);
                let outcome = match result {
                    Ok(done) if done.text.len() == 200 => &outcomes.ok,
                    Err(error) if !error.may_have_acted() => &outcomes.not_done,
                    _ => &outcomes.unknown,
                };
                outcome.fetch_add(1, Ordering::Relaxed);
            }
        })
    });
    for caller in callers.collect::<Vec<_>>() {
        caller.await.expect("a caller that does not panic");
    }
}

#[expect(clippy::cast_precision_loss, reason = "a percentage is for reading")]
fn share(part: u64, whole: u64) -> f64 {
    part as f64 * 100.0 / whole.max(1) as f64
}
