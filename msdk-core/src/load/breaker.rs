//! A platform that is down is asked now and then, not by everyone.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use crate::ErrorKind;

/// When a client stops calling an interface that does not answer, and how often it looks whether it is back.
///
/// After so many attempts in a row to one interface that found no server, or no answer, or a status of 500 and above,
/// further ones to it fail at once. Single calls are let through to look; the first that is answered opens the way for
/// all. Refusals, malformed answers and other statuses are answers.
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

/// The state of a [`CircuitBreaker`], for each interface: one that is broken says nothing about the others.
#[derive(Debug)]
pub(crate) struct Breaker {
    settings: CircuitBreaker,
    states: Mutex<HashMap<&'static str, State>>,
}

#[derive(Debug, Clone, Copy)]
struct State {
    failures: u32,
    last: (ErrorKind, Duration),
    /// When the next call may look, while calls are stopped.
    look_at: Duration,
}

/// Why calls to an interface are stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stopped {
    pub(crate) failures: u32,
    /// What the last failure was, and how long ago.
    pub(crate) last: (ErrorKind, Duration),
}

impl Breaker {
    pub(crate) fn new(settings: CircuitBreaker) -> Self {
        Self { settings, states: Mutex::default() }
    }

    /// Says whether an attempt may wait for its turn: it need not if it would not be admitted.
    pub(crate) fn check(&self, path: &'static str, now: Duration) -> Result<(), Stopped> {
        match self.states().get(path) {
            Some(state) if self.stops(state) && now < state.look_at => Err(state.stopped(now)),
            _ => Ok(()),
        }
    }

    /// Admits an attempt, if it may be made.
    pub(crate) fn admit(&self, path: &'static str, now: Duration) -> Result<(), Stopped> {
        match self.states().get_mut(path) {
            Some(state) if self.stops(state) && now < state.look_at => Err(state.stopped(now)),
            Some(state) if self.stops(state) => {
                state.look_at = now.saturating_add(self.settings.look_every);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Notes how an attempt ended, and returns whether that stopped calls or let them go on.
    pub(crate) fn note(&self, path: &'static str, failure: Option<ErrorKind>, now: Duration) -> Option<Turn> {
        let mut states = self.states();
        let Some(kind) = failure else {
            let state = states.remove(path)?;
            return self.stops(&state).then_some(Turn::Closed);
        };
        let look_at = now.saturating_add(self.settings.look_every);
        let state = states.entry(path).or_insert(State { failures: 0, last: (kind, now), look_at });
        let stopped = self.stops(state);
        state.failures = state.failures.saturating_add(1);
        state.last = (kind, now);
        if stopped || !self.stops(state) {
            return None;
        }
        state.look_at = look_at;
        Some(Turn::Opened)
    }

    fn stops(&self, state: &State) -> bool {
        state.failures >= self.settings.failures
    }

    /// A panic cannot leave a state half written.
    fn states(&self) -> MutexGuard<'_, HashMap<&'static str, State>> {
        self.states.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn stopped(&self, now: Duration) -> Stopped {
        let (kind, at) = self.last;
        Stopped { failures: self.failures, last: (kind, now.saturating_sub(at)) }
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
    const FAILURE: Option<ErrorKind> = Some(ErrorKind::NotSent);

    #[test]
    fn opens_after_failures_in_a_row_only() {
        let breaker = Breaker::new(CircuitBreaker::new().failures(3));
        for failure in [FAILURE, FAILURE, None, FAILURE, Some(ErrorKind::Transport)] {
            assert_eq!(breaker.note("/a", failure, MS(0)), None);
        }
        assert_eq!(breaker.admit("/a", MS(0)), Ok(()));
        assert_eq!(breaker.note("/a", Some(ErrorKind::Dns), MS(0)), Some(Turn::Opened));
        let stopped = Stopped { failures: 3, last: (ErrorKind::Dns, MS(7)) };
        assert_eq!((breaker.check("/a", MS(7)), breaker.admit("/a", MS(7))), (Err(stopped), Err(stopped)));
        assert_eq!(breaker.admit("/b", MS(7)), Ok(()), "another interface is not to blame");
    }

    #[test]
    fn lets_one_look_at_a_time_and_all_after_an_answer() {
        let breaker = Breaker::new(CircuitBreaker::new().failures(1).look_every(MS(100)));
        breaker.note("/a", FAILURE, MS(1000));
        let admitted: Vec<u64> = (1000..1350).filter(|now| breaker.admit("/a", MS(*now)).is_ok()).collect();
        assert_eq!(admitted, [1100, 1200, 1300]);
        assert_eq!([1399, 1400].map(|now| breaker.check("/a", MS(now)).is_ok()), [false, true]);
        assert_eq!(breaker.note("/a", FAILURE, MS(1301)), None);
        assert!(breaker.admit("/a", MS(1399)).is_err());
        assert_eq!(breaker.note("/a", None, MS(1399)), Some(Turn::Closed));
        assert!(breaker.admit("/a", MS(1399)).is_ok());
        assert_eq!(breaker.note("/a", None, MS(1399)), None);
    }

    #[test]
    fn never_means_never() {
        let breaker = Breaker::new(CircuitBreaker::never());
        for _ in 0..10_000 {
            assert_eq!(breaker.note("/a", FAILURE, MS(0)), None);
        }
        assert!(breaker.admit("/a", MS(0)).is_ok());
    }
}
