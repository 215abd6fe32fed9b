//! How long a call took, as far as this process got to run.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::{
    task::JoinHandle,
    time::{MissedTickBehavior, interval},
};

const TICK: Duration = Duration::from_millis(10);

/// Measures the time of a call in two ways. A limit is held against the ticks of a task beside the call: on a machine that
/// is busy with something else they come late, as the steps of the call do.
pub(super) struct Stopwatch {
    started: Instant,
    ticks: Arc<AtomicU32>,
    task: JoinHandle<()>,
}

/// What a stopwatch shows.
#[derive(Clone, Copy)]
pub(crate) struct Taken {
    pub(super) by_the_wall: Duration,
    pub(super) by_ticks: Duration,
}

impl From<Duration> for Taken {
    fn from(time: Duration) -> Self {
        Self { by_the_wall: time, by_ticks: time }
    }
}

impl Stopwatch {
    pub(super) fn start() -> Self {
        let ticks = Arc::new(AtomicU32::new(0));
        let counter = Arc::clone(&ticks);
        let task = tokio::spawn(async move {
            let mut ticker = interval(TICK);
            ticker.set_missed_tick_behavior(MissedTickBehavior::Delay);
            // The first comes at once.
            ticker.tick().await;
            loop {
                ticker.tick().await;
                counter.fetch_add(1, Ordering::Relaxed);
            }
        });
        Self { started: Instant::now(), ticks, task }
    }

    pub(super) fn taken(&self) -> Taken {
        Taken { by_the_wall: self.started.elapsed(), by_ticks: TICK * self.ticks.load(Ordering::Relaxed) }
    }
}

impl Drop for Stopwatch {
    fn drop(&mut self) {
        self.task.abort();
    }
}
