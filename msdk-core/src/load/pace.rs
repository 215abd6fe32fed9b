//! How often the same player may be asked about.

use std::{
    hash::{BuildHasher, RandomState},
    num::NonZeroU32,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use governor::{Quota, RateLimiter, clock, middleware::NoOpMiddleware, state::keyed::HashMapStateStore};

use crate::Clock;

/// Spaces the calls of one player to one interface.
#[derive(Debug)]
pub(crate) struct Pace {
    limiter: RateLimiter<u64, HashMapStateStore<u64>, Monotonic, NoOpMiddleware<Duration>>,
    clock: Monotonic,
    hasher: RandomState,
    /// How many may be remembered before those that have not called for a while are forgotten.
    forget_at: AtomicUsize,
}

/// The least that [`Pace::forget_at`] can be.
const REMEMBERED: usize = 16 * 1024;

impl Pace {
    pub(crate) fn new(calls_per_second: NonZeroU32, clock: Arc<dyn Clock>) -> Self {
        let quota = Quota::per_second(calls_per_second).allow_burst(NonZeroU32::MIN);
        let clock = Monotonic(clock);
        let limiter = RateLimiter::new(quota, HashMapStateStore::default(), clock.clone());
        Self { limiter, clock, hasher: RandomState::new(), forget_at: AtomicUsize::new(REMEMBERED) }
    }

    /// Takes the next turn of a player and an interface, or tells how long it is until then.
    pub(crate) fn take(&self, openid: &str, interface: &str) -> Result<(), Duration> {
        if self.limiter.len() >= self.forget_at.load(Ordering::Relaxed) {
            self.limiter.retain_recent();
            // Twice of what is in use, so that looking through all of it is paid for by as many new ones.
            self.forget_at.store(REMEMBERED.max(2 * self.limiter.len()), Ordering::Relaxed);
        }
        let key = self.hasher.hash_one((openid, interface));
        self.limiter.check_key(&key).map_err(|until| until.wait_time_from(clock::Clock::now(&self.clock)))
    }
}

/// The client's clock as governor reads it.
#[derive(Debug, Clone)]
struct Monotonic(Arc<dyn Clock>);

impl clock::Clock for Monotonic {
    type Instant = Duration;

    fn now(&self) -> Duration {
        self.0.monotonic()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::HandClock;

    #[test]
    fn one_turn_a_second_for_each_player_and_interface() {
        let clock = HandClock::default();
        let pace = Pace::new(NonZeroU32::MIN, Arc::new(clock.clone()));
        assert_eq!(pace.take("A", "qqprofile"), Ok(()));
        assert_eq!(pace.take("A", "qqprofile"), Err(Duration::from_secs(1)));
        assert_eq!(pace.take("B", "qqprofile"), Ok(()));
        assert_eq!(pace.take("A", "get_wifi"), Ok(()));
        clock.advance(Duration::from_millis(400));
        assert_eq!(pace.take("A", "qqprofile"), Err(Duration::from_millis(600)));
        clock.advance(Duration::from_millis(600));
        assert_eq!(pace.take("A", "qqprofile"), Ok(()));
    }

    #[test]
    fn players_who_left_are_forgotten() {
        let clock = HandClock::default();
        let pace = Pace::new(NonZeroU32::MIN, Arc::new(clock.clone()));
        for player in 0..10 * REMEMBERED {
            assert_eq!(pace.take(&player.to_string(), "qqprofile"), Ok(()));
            clock.advance(Duration::from_millis(1));
        }
        assert!(pace.limiter.len() < 2 * REMEMBERED, "{} are remembered", pace.limiter.len());
    }

    #[test]
    fn those_who_left_are_looked_for_the_more_seldom_the_more_there_are() {
        let pace = Pace::new(NonZeroU32::MIN, Arc::new(HandClock::default()));
        for player in 0..=2 * REMEMBERED {
            assert_eq!(pace.take(&player.to_string(), "qqprofile"), Ok(()));
        }
        assert_eq!(pace.forget_at.into_inner(), 4 * REMEMBERED, "twice so far, and nobody had left");
    }
}
