//! How often the same player may be asked about.
//!
//! The generic cell rate algorithm with a burst of one: of each player and endpoint is known when the next slot is, and
//! taking a slot moves that by one interval. Whoever has a slot free now differs in nothing from one who never called, so
//! those entries can be forgotten, and what is kept are the players of the last interval.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
    num::NonZeroU32,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use super::{PlayerId, PlayerIds};

/// Spaces the calls of one player to one endpoint.
#[derive(Debug)]
pub(crate) struct Pace {
    interval: Duration,
    ids: PlayerIds,
    /// Several, so that calls on several cores do not wait for one another.
    shards: [Mutex<Shard>; SHARDS],
}

const SHARDS: usize = 16;

/// The size of a shard below which it is not searched for players to forget.
const REMEMBERED: usize = 1024;

#[derive(Debug, Default)]
struct Shard {
    next_slots: HashMap<PlayerId, Duration, BuildHasherDefault<Ready>>,
    forget_at: usize,
}

impl Pace {
    pub(crate) fn new(calls_per_second: NonZeroU32, ids: PlayerIds) -> Self {
        let interval = Duration::from_secs(1) / calls_per_second.get();
        Self { interval, ids, shards: std::array::from_fn(|_| Mutex::default()) }
    }

    /// Returns the time from one slot to the next.
    pub(crate) fn interval(&self) -> Duration {
        self.interval
    }

    /// Takes the next slot of a player at an endpoint, or tells how long it is until then.
    pub(crate) fn take(&self, openid: &str, path: &str, now: Duration) -> Result<(), Duration> {
        let id = self.ids.of_player_and_path(openid, path);
        let mut shard = self.shard(id);
        shard.forget(now);
        let next = shard.next_slots.entry(id).or_insert(now);
        match next.checked_sub(now) {
            Some(wait) if !wait.is_zero() => Err(wait),
            _ => {
                *next = now.saturating_add(self.interval);
                Ok(())
            }
        }
    }

    /// The table goes by the upper bits of its keys, so the lower ones are free to choose a shard.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::indexing_slicing,
        reason = "the remainder is less than the number of shards"
    )]
    fn shard(&self, id: PlayerId) -> MutexGuard<'_, Shard> {
        let shard = &self.shards[(id % SHARDS as u64) as usize];
        shard.lock().unwrap_or_else(PoisonError::into_inner)
    }

    #[cfg(test)]
    fn remembered(&self) -> usize {
        self.shards.iter().map(|shard| shard.lock().unwrap().next_slots.len()).sum()
    }
}

impl Shard {
    /// Forgets those whose next slot has come. Afterwards there is room for as many again, so that looking through all of them
    /// is paid for by as many new ones.
    fn forget(&mut self, now: Duration) {
        if self.next_slots.len() >= self.forget_at.max(REMEMBERED) {
            self.next_slots.retain(|_, next| *next > now);
            self.forget_at = REMEMBERED.max(2 * self.next_slots.len());
            self.next_slots.shrink_to(self.forget_at);
        }
    }
}

/// A number that is spread already is its own hash.
#[derive(Debug, Default)]
struct Ready(u64);

impl Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MS: fn(u64) -> Duration = Duration::from_millis;

    fn pace(calls_per_second: u32) -> Pace {
        Pace::new(NonZeroU32::new(calls_per_second).unwrap(), PlayerIds::new())
    }

    #[test]
    fn one_slot_a_second_for_each_player_and_endpoint() {
        let pace = pace(1);
        let take = |player, path, now| pace.take(player, path, MS(now));
        assert_eq!(take("A", "/profile/", 0), Ok(()));
        assert_eq!(take("A", "/profile/", 0), Err(MS(1000)));
        assert_eq!(take("B", "/profile/", 0), Ok(()));
        assert_eq!(take("A", "/wifi/", 0), Ok(()));
        assert_eq!(take("A", "/profile/", 400), Err(MS(600)));
        assert_eq!(take("A", "/profile/", 1000), Ok(()));
        assert_eq!(take("A", "/profile/", 1999), Err(MS(1)));
        assert_eq!(take("A", "/profile/", 9000), Ok(()), "slots that were not taken are not saved up");
        assert_eq!(take("A", "/profile/", 9000), Err(MS(1000)));
    }

    #[test]
    fn no_more_turns_than_the_rate_however_often_one_asks() {
        let pace = pace(4);
        let taken = (0..10_000).filter(|now| pace.take("A", "/a/", MS(*now)).is_ok()).count();
        assert_eq!(taken, 40);
    }

    #[test]
    fn players_who_left_are_forgotten() {
        let pace = pace(1);
        for player in 0..40 * REMEMBERED as u64 {
            assert_eq!(pace.take(&player.to_string(), "/a/", MS(player)), Ok(()));
        }
        assert!(pace.remembered() <= SHARDS * REMEMBERED, "{} are remembered", pace.remembered());
    }

    #[test]
    fn those_who_may_not_call_yet_are_not_forgotten() {
        let pace = pace(1);
        let players = 4 * SHARDS * REMEMBERED;
        for player in 0..players {
            assert_eq!(pace.take(&player.to_string(), "/a/", MS(0)), Ok(()));
        }
        let refused = (0..players).filter(|player| pace.take(&player.to_string(), "/a/", MS(999)).is_err()).count();
        assert_eq!(refused, players);
    }
}
