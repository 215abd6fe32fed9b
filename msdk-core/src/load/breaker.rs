//! A platform that is down is asked now and then, not by everyone.

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

/// When a client stops asking a platform that does not answer, and how often it looks whether it is back.
///
/// After so many attempts in a row that found no server, or no answer, or a status of 500 and above, further ones fail at
/// once. Single calls are let through to look; the first that is answered opens the way for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CircuitBreaker {
    failures: u32,
    look_every: Duration,
}

impl CircuitBreaker {
    /// Makes the default: after 32 failures in a row, one call looks every 250 ms.
    pub const fn new() -> Self {
        Self { failures: 32, look_every: Duration::from_millis(250) }
    }

    /// Makes one that never stops anything.
    pub const fn never() -> Self {
        Self::new().failures(u32::MAX)
    }

    /// Sets after how many failures in a row calls are stopped.
    pub const fn failures(self, failures: u32) -> Self {
        Self { failures, ..self }
    }

    /// Sets how often a call is let through to look.
    pub const fn look_every(self, pause: Duration) -> Self {
        Self { look_every: pause, ..self }
    }
}

impl Default for CircuitBreaker {
    fn default() -> Self {
        Self::new()
    }
}

/// The state of a [`CircuitBreaker`].
#[derive(Debug)]
pub(crate) struct Breaker {
    settings: CircuitBreaker,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    failures: u32,
    /// When the next call may look, while calls are stopped.
    look_at: Duration,
}

impl Breaker {
    pub(crate) fn new(settings: CircuitBreaker) -> Self {
        Self { settings, state: Mutex::default() }
    }

    /// Whether an attempt would not be admitted at the time `now`, so that it need not wait for its turn.
    pub(crate) fn refuses(&self, now: Duration) -> bool {
        let state = self.state();
        self.stops(&state) && now < state.look_at
    }

    /// Whether an attempt may be made at the time `now`.
    pub(crate) fn admits(&self, now: Duration) -> bool {
        let mut state = self.state();
        if !self.stops(&state) {
            return true;
        }
        let may_look = now >= state.look_at;
        if may_look {
            state.look_at = now.saturating_add(self.settings.look_every);
        }
        may_look
    }

    /// Notes how an attempt ended, and returns whether that stopped calls or let them go on.
    pub(crate) fn note(&self, answered: bool, now: Duration) -> Option<Turn> {
        let mut state = self.state();
        let stopped = self.stops(&state);
        if answered {
            *state = State::default();
            return stopped.then_some(Turn::Closed);
        }
        state.failures = state.failures.saturating_add(1);
        if stopped || !self.stops(&state) {
            return None;
        }
        state.look_at = now.saturating_add(self.settings.look_every);
        Some(Turn::Opened)
    }

    fn stops(&self, state: &State) -> bool {
        state.failures >= self.settings.failures
    }

    /// A panic cannot leave the state half written.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A change of a breaker, in the words of the trade: an open one lets nothing through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    Opened,
    Closed,
}

#[cfg(test)]
mod tests {
    use super::*;

    const MS: fn(u64) -> Duration = Duration::from_millis;

    #[test]
    fn opens_after_failures_in_a_row_only() {
        let breaker = Breaker::new(CircuitBreaker::new().failures(3));
        for answered in [false, false, true, false, false] {
            assert_eq!(breaker.note(answered, MS(0)), None);
        }
        assert!(breaker.admits(MS(0)));
        assert_eq!(breaker.note(false, MS(0)), Some(Turn::Opened));
        assert!(!breaker.admits(MS(0)));
    }

    #[test]
    fn lets_one_look_at_a_time_and_all_after_an_answer() {
        let breaker = Breaker::new(CircuitBreaker::new().failures(1).look_every(MS(100)));
        breaker.note(false, MS(1000));
        let admitted: Vec<u64> = (1000..1350).filter(|now| breaker.admits(MS(*now))).collect();
        assert_eq!(admitted, [1100, 1200, 1300]);
        assert_eq!([1399, 1400].map(|now| breaker.refuses(MS(now))), [true, false]);
        assert_eq!(breaker.note(false, MS(1301)), None);
        assert!(!breaker.admits(MS(1399)));
        assert_eq!(breaker.note(true, MS(1399)), Some(Turn::Closed));
        assert!(breaker.admits(MS(1399)));
    }

    #[test]
    fn never_means_never() {
        let breaker = Breaker::new(CircuitBreaker::never());
        for _ in 0..10_000 {
            assert_eq!(breaker.note(false, MS(0)), None);
        }
        assert!(breaker.admits(MS(0)));
    }
}
