//! A million calls, and what they leave behind.

use std::time::{Duration, Instant};

use crate::{
    check::Checks,
    endpoints::{Read, Write, session, settings},
    process::{descriptors, memory_kib},
    server::{Fate, Server},
};

const CALLS: u64 = 1_000_000;
const CALLERS: u64 = 32;
const STAGES: u64 = 10;

fn mostly_good() -> Fate {
    match fastrand::u32(..1000) {
        0..4 => Fate::ResetAfter,
        4..8 => Fate::Cut,
        8..20 => Fate::AnsweredAndClosed,
        _ => Fate::Answered,
    }
}

pub(crate) fn run(checks: &mut Checks) {
    let before = descriptors();
    let server = Server::start(mostly_good, false);
    let with_server = descriptors();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let runtime = runtime.expect("a runtime");
    let with_runtime = descriptors();
    let client = settings(server.port).build().expect("a client");
    let start = Instant::now();
    let mut memory = Vec::new();
    for stage in 0..STAGES {
        runtime.block_on(async {
            let callers: Vec<_> =
                (0..CALLERS).map(|caller| tokio::spawn(calls(client.clone(), stage, caller))).collect();
            for caller in callers {
                caller.await.expect("a caller that does not panic");
            }
        });
        memory.push(memory_kib());
    }
    println!("  {CALLS} calls in {:.0} s; resident KiB after each tenth: {memory:?}", start.elapsed().as_secs_f64());
    let (early, late) = (memory[1], memory[memory.len() - 1]);
    checks.check(
        "memory is flat",
        format!("{early} KiB after 200,000 calls, {late} at the end"),
        late <= early + early / 20,
    );
    drop(client);
    let metrics = runtime.metrics();
    // Connections end with the client, a turn of the runtime later.
    runtime.block_on(async {
        let end = Instant::now() + Duration::from_secs(10);
        while (metrics.num_alive_tasks() > 0 || descriptors() > with_runtime) && Instant::now() < end {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    });
    checks.check("no task is left", metrics.num_alive_tasks(), metrics.num_alive_tasks() == 0);
    let left = descriptors();
    let told =
        format!("{left}, {with_runtime} before the first call ({with_server} with the server, {before} without)");
    checks.check("no descriptor is left", told, left <= with_runtime);
}

/// One caller's part of a stage; one call in fifty is dropped under way.
async fn calls(client: msdk::Client, stage: u64, caller: u64) {
    const EACH: u64 = CALLS / STAGES / CALLERS;
    for call in 0..EACH {
        let session = session((stage * CALLERS + caller) * EACH + call);
        let patience =
            if call % 50 == 0 { Duration::from_micros(fastrand::u64(1..500)) } else { Duration::from_secs(60) };
        let _ = if call % 2 == 0 {
            tokio::time::timeout(patience, client.call(&session, Read).into_future()).await
        } else {
            tokio::time::timeout(patience, client.call(&session, Write).into_future()).await
        };
    }
}
