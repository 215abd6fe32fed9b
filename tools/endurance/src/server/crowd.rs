//! Calls that fail at one moment, and come back.

use std::{
    collections::HashSet,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use tokio::sync::Barrier;

use super::Fate;

/// Holds the first requests of a number of calls until all are there, fails them together, and notes how long the
/// requests after them take to come.
pub(crate) struct Crowd {
    complete: Barrier,
    seen: Mutex<Seen>,
}

#[derive(Default)]
struct Seen {
    calls: HashSet<String>,
    failed: Option<Instant>,
    returns: Vec<Duration>,
}

impl Crowd {
    pub(crate) fn new(calls: usize) -> Self {
        Self { complete: Barrier::new(calls), seen: Mutex::default() }
    }

    /// Returns how long after the failure each request came that followed it.
    pub(crate) fn returns(&self) -> Vec<Duration> {
        self.with(|seen| seen.returns.clone())
    }

    pub(super) async fn fate(&self, call: &str) -> Fate {
        let is_first = self.with(|seen| {
            let is_first = seen.calls.insert(call.to_owned());
            if !is_first {
                seen.returns.extend(seen.failed.map(|failed| failed.elapsed()));
            }
            is_first
        });
        if !is_first {
            return Fate::Answered;
        }
        if self.complete.wait().await.is_leader() {
            self.with(|seen| seen.failed = Some(Instant::now()));
        }
        Fate::ResetBefore
    }

    fn with<T>(&self, look: impl FnOnce(&mut Seen) -> T) -> T {
        look(&mut self.seen.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
