//! Whether and when a failed attempt is followed by another.
//!
//! Nothing here waits, sends or reads a clock: a decision is a function of what happened so far.

mod budget;
#[cfg(test)]
mod tests;

use std::time::Duration;

pub(crate) use budget::Balance;
pub use budget::RetryBudget;

/// How often and how soon a failed call is tried again.
///
/// An attempt that reached nobody may always be followed by another. One whose outcome is unknown may only where the
/// endpoint is idempotent, and so may an answer whose code advises it, once. Pauses grow exponentially and are drawn
/// evenly from nothing to their full length, so that callers who failed together do not come back together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetryPolicy {
    max_attempts: u32,
    first_pause: Duration,
    longest_pause: Duration,
}

impl RetryPolicy {
    /// Makes the default: four attempts at most, and pauses of up to 50 ms, 100 ms and 200 ms.
    pub const fn new() -> Self {
        Self { max_attempts: 4, first_pause: Duration::from_millis(50), longest_pause: Duration::from_secs(1) }
    }

    /// Makes the policy of trying once.
    pub const fn never() -> Self {
        Self::new().max_attempts(1)
    }

    /// Sets how many attempts a call may make in all. With none, no call could be made, so that the client refuses 0.
    pub const fn max_attempts(self, attempts: u32) -> Self {
        Self { max_attempts: attempts, ..self }
    }

    pub(crate) const fn makes_none(&self) -> bool {
        self.max_attempts == 0
    }

    /// Sets the length of the first pause; each later one may be twice as long as the one before.
    pub const fn first_pause(self, pause: Duration) -> Self {
        Self { first_pause: pause, ..self }
    }

    /// Sets the length beyond which pauses do not grow.
    pub const fn longest_pause(self, pause: Duration) -> Self {
        Self { longest_pause: pause, ..self }
    }

    /// Decides what follows a failed attempt, with a random number for the pause.
    pub(crate) fn decide(&self, progress: &Progress, failure: Failure, repeatable: bool, random: u64) -> Decision {
        let (may_repeat, at_least) = match failure {
            Failure::NotSent => (true, Duration::ZERO),
            Failure::Unknown => (repeatable, Duration::ZERO),
            Failure::Busy { retry_after } => (repeatable, retry_after.unwrap_or_default()),
            Failure::Throttled { retry_after: Some(wait) } => (repeatable, wait),
            Failure::Passing => (repeatable && !progress.answer_repeated, Duration::ZERO),
            Failure::Throttled { retry_after: None } | Failure::Final => (false, Duration::ZERO),
        };
        if !may_repeat {
            return Decision::Stop(Stop::NotRepeatable);
        }
        if progress.attempts >= self.max_attempts {
            return Decision::Stop(Stop::Attempts);
        }
        let pause = self.pause(progress.attempts, random).max(at_least);
        if pause >= progress.left { Decision::Stop(Stop::Time) } else { Decision::Again { pause } }
    }

    /// Draws the pause after the `attempts`th attempt.
    fn pause(&self, attempts: u32, random: u64) -> Duration {
        let doubled = 1_u32.checked_shl(attempts.saturating_sub(1)).unwrap_or(u32::MAX);
        let full = self.first_pause.saturating_mul(doubled).min(self.longest_pause);
        let nanos = u128::from(u64::try_from(full.as_nanos()).unwrap_or(u64::MAX));
        let drawn = (nanos * u128::from(random)) >> u64::BITS;
        Duration::from_nanos(u64::try_from(drawn).unwrap_or(u64::MAX))
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::new()
    }
}

/// How far a call is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Progress {
    /// The attempts so far, the failed one included.
    pub(crate) attempts: u32,
    /// Whether an attempt was made because an answer advised it.
    pub(crate) answer_repeated: bool,
    /// The time that the call has left.
    pub(crate) left: Duration,
}

/// How an attempt failed, as far as trying again goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failure {
    /// Nothing reached the server.
    NotSent,
    /// The server may have acted, and no answer tells.
    Unknown,
    /// The server says by its status that it failed.
    Busy { retry_after: Option<Duration> },
    /// The server says by its status that there were too many requests.
    Throttled { retry_after: Option<Duration> },
    /// An answer whose code advises to try again.
    Passing,
    /// Trying again changes nothing.
    Final,
}

impl Failure {
    /// Whether an answer, if only a status, says so.
    pub(crate) const fn is_answer(self) -> bool {
        matches!(self, Self::Busy { .. } | Self::Throttled { .. } | Self::Passing)
    }
}

/// What follows a failed attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Decision {
    Again { pause: Duration },
    Stop(Stop),
}

/// Why a call was not tried again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stop {
    /// It would do harm, or change nothing.
    NotRepeatable,
    /// The attempts are used up.
    Attempts,
    /// The time is.
    Time,
    /// The client's budget for retries is.
    Budget,
    /// The client does not let another request out for now.
    Closed,
}
