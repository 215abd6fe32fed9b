//! As many calls as can be made.

use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering::Relaxed},
    },
    time::{Duration, Instant},
};

use rustix::time::{ClockId, clock_gettime};
use tokio::task::JoinSet;

use crate::arm::{Arm, Caller as _, Target};

const WARMING_UP: u8 = 0;
const MEASURING: u8 = 1;
const ENDING: u8 = 2;

pub(crate) struct Load {
    calls: u32,
    time: Duration,
    cpu: Duration,
}

impl fmt::Display for Load {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let calls = f64::from(self.calls);
        write!(f, "{} {}", calls / self.time.as_secs_f64(), self.cpu.as_secs_f64() * 1e6 / calls)
    }
}

/// Makes calls for a time, always as many in flight, after a warm-up of a quarter of that time.
pub(crate) async fn load<A: Arm>(target: &Target, time: Duration) -> Load {
    let arm = A::new(target);
    let phase = Arc::new(AtomicU8::new(WARMING_UP));
    let mut callers = JoinSet::new();
    for _ in 0..target.in_flight {
        let mut caller = arm.caller().await;
        let phase = Arc::clone(&phase);
        callers.spawn(async move {
            let mut calls = 0;
            loop {
                caller.call().await;
                match phase.load(Relaxed) {
                    WARMING_UP => {}
                    MEASURING => calls += 1,
                    _ => return calls,
                }
            }
        });
    }
    tokio::time::sleep(time / 4).await;
    let (began, cpu_before) = (Instant::now(), cpu_time());
    phase.store(MEASURING, Relaxed);
    tokio::time::sleep(time).await;
    phase.store(ENDING, Relaxed);
    let (time, cpu) = (began.elapsed(), cpu_time().saturating_sub(cpu_before));
    let calls: u32 = callers.join_all().await.into_iter().sum();
    Load { calls, time, cpu }
}

/// The CPU time of this process, in user and in kernel mode.
fn cpu_time() -> Duration {
    clock_gettime(ClockId::ProcessCPUTime).try_into().expect("a time since the process began")
}
