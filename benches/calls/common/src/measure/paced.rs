//! How long a call takes while others are made at a steady rate.

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use tokio::task::JoinSet;

use crate::arm::{Arm, Caller as _, Target};

pub(crate) struct Percentiles {
    half: Duration,
    most: Duration,
}

impl fmt::Display for Percentiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.half.as_secs_f64() * 1e6, self.most.as_secs_f64() * 1e6)
    }
}

/// Begins calls at random moments, so many a second on average, and measures from the moment a call should have begun.
/// If it began late since the client was busy, that is part of what its caller waits for.
pub(crate) async fn paced<A: Arm>(target: &Target, rate: f64, time: Duration) -> Percentiles {
    let arm = A::new(target);
    let mut callers = Vec::new();
    for _ in 0..target.in_flight {
        let mut caller = arm.caller().await;
        caller.call().await;
        callers.push(caller);
    }
    let callers = Arc::new(Mutex::new(callers));
    // The moments are the same in every run and for every arm.
    let mut random = fastrand::Rng::with_seed(1);
    let mut calls = JoinSet::new();
    let began = Instant::now();
    let mut due = Duration::ZERO;
    while due < time {
        // A timer would be late by up to a millisecond, which is many times a call.
        while began.elapsed() < due {
            tokio::task::yield_now().await;
        }
        let mut caller = loop {
            let free = callers.lock().unwrap_or_else(PoisonError::into_inner).pop();
            match free {
                Some(caller) => break caller,
                None => tokio::task::yield_now().await,
            }
        };
        let callers = Arc::clone(&callers);
        calls.spawn(async move {
            caller.call().await;
            let took = began.elapsed().saturating_sub(due);
            callers.lock().unwrap_or_else(PoisonError::into_inner).push(caller);
            took
        });
        due += Duration::from_secs_f64(-(1.0 - random.f64()).ln() / rate);
    }
    let mut took = calls.join_all().await;
    took.sort_unstable();
    Percentiles { half: took[took.len() / 2], most: took[took.len() * 99 / 100] }
}
