//! A platform that is down is asked now and then, not by everyone.

#[cfg(test)]
mod tests;

use std::{
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU32, AtomicU64, Ordering},
    },
    time::Duration,
};

use super::PlayerId;
use crate::error::ErrorKind;

/// When a client stops calling an endpoint that does not answer, and how often it looks whether it is back.
///
/// After so many attempts in a row to one endpoint that found no server, or no answer, or a status of 500 and above,
/// further ones to it fail at once. Single calls are let through to look; the first that is answered opens the way for
/// all. Refusals, malformed answers and other statuses are answers. An attempt that its caller dropped after a fair share
/// of its time found no answer either: after half of it, or as soon as it had taken twice as long as the slowest of the
/// recent answers, and a tenth of its time.
///
/// One player's calls cannot stop those of the others: as long as the failures in a row come from one or two players, only
/// their own calls are stopped, each player's after that many failures of their own.
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

    /// Sets after how many failures in a row calls are stopped; a client is not made with 0.
    pub const fn failures(self, failures: u32) -> Self {
        Self { failures, ..self }
    }

    pub(crate) const fn is_always_open(&self) -> bool {
        self.failures == 0
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

/// The state of a [`CircuitBreaker`] for one endpoint: one that is broken says nothing about the others.
///
/// While all is well, a call reads one number here and its answer two; the lock is for failures.
#[derive(Debug)]
pub(crate) struct Breaker {
    settings: CircuitBreaker,
    /// The failures in a row, as [`State`] has them.
    failures: AtomicU32,
    /// How long the slowest of the recent answers took, in microseconds.
    slowest: AtomicU64,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    failures: u32,
    last: Option<(ErrorKind, Duration)>,
    /// The first players with a failure in this row, and how many each had.
    players: [Option<(PlayerId, u32)>; PLAYERS],
    /// When the next call may look, while calls are stopped.
    look_at: Duration,
}

/// How many players must have failed before it is the endpoint that has.
const PLAYERS: usize = 3;

/// Why calls to an endpoint are stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stopped {
    pub(crate) failures: u32,
    /// What the last failure was, and how long ago.
    pub(crate) last: (ErrorKind, Duration),
}

/// How an attempt ended, as far as it tells whether the endpoint is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Somebody answered, after this time.
    Answered(Duration),
    Failed(ErrorKind),
}

/// A change of a breaker, in the words of the trade: an open one lets nothing through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Transition {
    Opened,
    Closed,
}

impl Breaker {
    pub(crate) fn new(settings: CircuitBreaker) -> Self {
        Self { settings, failures: AtomicU32::new(0), slowest: AtomicU64::new(0), state: Mutex::default() }
    }

    /// Says whether an attempt may wait for its turn: it need not if it would not be admitted.
    pub(crate) fn check(&self, player: impl FnOnce() -> PlayerId, now: Duration) -> Result<(), Stopped> {
        self.look(player, now, false)
    }

    /// Admits an attempt, if it may be made.
    pub(crate) fn admit(&self, player: impl FnOnce() -> PlayerId, now: Duration) -> Result<(), Stopped> {
        self.look(player, now, true)
    }

    fn look(&self, player: impl FnOnce() -> PlayerId, now: Duration, goes: bool) -> Result<(), Stopped> {
        if self.failures.load(Ordering::Relaxed) < self.settings.failures {
            return Ok(());
        }
        let mut state = self.state();
        if !state.stops(self.settings.failures, player()) {
            return Ok(());
        }
        if now < state.look_at {
            return Err(state.stopped(now));
        }
        if goes {
            state.look_at = now.saturating_add(self.settings.look_every);
        }
        Ok(())
    }

    /// Notes how an attempt ended, and returns whether that stopped calls or let them go on.
    pub(crate) fn note(
        &self,
        player: impl FnOnce() -> PlayerId,
        outcome: Outcome,
        now: Duration,
    ) -> Option<Transition> {
        match outcome {
            Outcome::Answered(after) => self.note_answer(after),
            Outcome::Failed(kind) => self.note_failure(player(), kind, now),
        }
    }

    fn note_answer(&self, after: Duration) -> Option<Transition> {
        let (slowest, after) = (self.slowest.load(Ordering::Relaxed), micros(after));
        // A slow answer is remembered at once and forgotten within some tens of others.
        let remembered = after.max(slowest - slowest / 16);
        if remembered != slowest {
            self.slowest.store(remembered, Ordering::Relaxed);
        }
        if self.failures.load(Ordering::Relaxed) == 0 {
            return None;
        }
        let mut state = self.state();
        let was_open = state.is_open(self.settings.failures);
        *state = State::default();
        self.failures.store(0, Ordering::Relaxed);
        was_open.then_some(Transition::Closed)
    }

    fn note_failure(&self, player: PlayerId, kind: ErrorKind, now: Duration) -> Option<Transition> {
        let mut state = self.state();
        let was_stopped = state.stops(self.settings.failures, player);
        let was_open = state.is_open(self.settings.failures);
        state.add(player, kind, now);
        self.failures.store(state.failures, Ordering::Relaxed);
        if !was_stopped && state.stops(self.settings.failures, player) {
            state.look_at = now.saturating_add(self.settings.look_every);
        }
        (!was_open && state.is_open(self.settings.failures)).then_some(Transition::Opened)
    }

    /// Notes an attempt that was dropped after some of its time, if that was a fair share of it.
    pub(crate) fn note_dropped(
        &self,
        player: impl FnOnce() -> PlayerId,
        (after, of): (Duration, Duration),
        now: Duration,
    ) -> Option<Transition> {
        let slowest = Duration::from_micros(self.slowest.load(Ordering::Relaxed));
        let fair = (of / 10).max(2 * slowest).min(of / 2);
        if after < fair {
            return None;
        }
        self.note_failure(player(), ErrorKind::Transport, now)
    }

    /// A panic cannot leave a state half written.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn add(&mut self, player: PlayerId, kind: ErrorKind, now: Duration) {
        self.failures = self.failures.saturating_add(1);
        self.last = Some((kind, now));
        let known = self.players.iter_mut().find(|entry| entry.is_none_or(|(id, _)| id == player));
        if let Some(entry) = known {
            let failures = entry.map_or(0, |(_, failures)| failures);
            *entry = Some((player, failures.saturating_add(1)));
        }
    }

    /// Whether calls of this player are stopped.
    fn stops(&self, limit: u32, player: PlayerId) -> bool {
        let own = || self.players.iter().flatten().any(|(id, failures)| *id == player && *failures >= limit);
        self.failures >= limit && (self.is_everyones() || own())
    }

    /// Whether calls of anybody are stopped.
    fn is_open(&self, limit: u32) -> bool {
        let any = || self.players.iter().flatten().any(|(_, failures)| *failures >= limit);
        self.failures >= limit && (self.is_everyones() || any())
    }

    fn is_everyones(&self) -> bool {
        self.players.iter().all(Option::is_some)
    }

    fn stopped(&self, now: Duration) -> Stopped {
        let (kind, at) = self.last.unwrap_or((ErrorKind::Transport, now));
        Stopped { failures: self.failures, last: (kind, now.saturating_sub(at)) }
    }
}

fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}
