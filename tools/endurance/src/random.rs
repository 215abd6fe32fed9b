//! 100,000 calls, of which one request in twenty fails in one way or another.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use crate::{
    check::Checks,
    endpoints::{Read, Write, session, settings},
    server::{Fate, Server},
};

const CALLS: u64 = 100_000;
const CALLERS: u64 = 64;
const READS: &str = "/game/read/";
const WRITES: &str = "/game/write/";

/// What a caller knows of a call that ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Succeeded,
    /// It failed, and nothing was done.
    NotDone,
    Unknown,
}

/// How calls ended, by path and `msdkExtInfo`, as the server knows them.
type Ends = HashMap<String, End>;

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
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let ends = runtime.expect("a runtime").block_on(all_callers(&server));
    let (requests, faults) = (server.requests(), server.faults());
    println!("  {requests} requests, {faults} of them failed ({:.2} %)", share(faults, requests));
    check(checks, &ends, &server.done());
}

fn check(checks: &mut Checks, ends: &Ends, done: &HashMap<String, u32>) {
    let all = |path: &str| ends.keys().filter(|call| call.starts_with(path)).count();
    let ended = |path: &str, end: End| ends.iter().filter(|(call, is)| call.starts_with(path) && **is == end).count();
    let (ok, calls) = (ended(READS, End::Succeeded), all(READS));
    let rate = share(ok as u64, calls as u64);
    checks.check(
        "idempotent calls succeed in 99.99 % of cases",
        format!("{ok} of {calls}, {rate:.4} %"),
        rate >= 99.99,
    );
    let (ok, calls) = (ended(WRITES, End::Succeeded), all(WRITES));
    let doubled = done.iter().filter(|(call, times)| call.starts_with(WRITES) && **times > 1).count();
    checks.check("no other call is done twice", format!("{doubled} of {calls} calls, {ok} succeeded"), doubled == 0);

    let is_untrue = |(call, end): &(&String, &End)| match end {
        End::Succeeded => !done.contains_key(*call),
        End::NotDone => done.contains_key(*call),
        End::Unknown => false,
    };
    let untrue = ends.iter().filter(is_untrue).count();
    let (unknown, not_done) = (ended(WRITES, End::Unknown), ended(WRITES, End::NotDone));
    let is_whole = ends.len() as u64 == CALLS && done.keys().all(|call| ends.contains_key(call));
    checks.check(
        "each call that succeeded was done, and none that says it was not",
        format!("{untrue} of {} calls say otherwise; {unknown} writes unknown, {not_done} not done", ends.len()),
        untrue == 0 && is_whole,
    );
}

async fn all_callers(server: &Server) -> Ends {
    let client = settings(server.port).build().expect("a client");
    let ends = Arc::new(Mutex::new(Ends::new()));
    let callers = (0..CALLERS).map(|caller| {
        let (client, ends) = (client.clone(), Arc::clone(&ends));
        tokio::spawn(async move {
            for call in (caller..CALLS).step_by(usize::try_from(CALLERS).unwrap_or(1)) {
                let session = session(call);
                let (path, result) = if fastrand::bool() {
                    (READS, client.call(&session, Read).await)
                } else {
                    (WRITES, client.call(&session, Write).await)
                };
                let end = match result {
                    Ok(done) if done.text.len() == 200 => End::Succeeded,
                    Err(error) if !error.may_have_acted() => End::NotDone,
                    _ => End::Unknown,
                };
                ends.lock().unwrap_or_else(PoisonError::into_inner).insert(format!("{path}call_{call}"), end);
            }
        })
    });
    for caller in callers.collect::<Vec<_>>() {
        caller.await.expect("a caller that does not panic");
    }
    std::mem::take(&mut *ends.lock().unwrap_or_else(PoisonError::into_inner))
}

#[expect(clippy::cast_precision_loss, reason = "a percentage is for reading")]
fn share(part: u64, whole: u64) -> f64 {
    part as f64 * 100.0 / whole.max(1) as f64
}
