//! Players, as numbers that fit into a table.

use std::hash::{BuildHasher, RandomState};

/// A player, or a player and an endpoint, told apart from others by 64 bits.
pub(crate) type PlayerId = u64;

/// Turns openids into numbers, in another way for each client, so that nobody can make up two that are taken for one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PlayerIds {
    seed: u64,
}

impl PlayerIds {
    pub(crate) fn new() -> Self {
        Self { seed: RandomState::new().hash_one(0) }
    }

    pub(crate) fn of(self, openid: &str) -> PlayerId {
        self.mix(self.seed, openid)
    }

    pub(crate) fn of_player_and_path(self, openid: &str, path: &str) -> PlayerId {
        self.mix(self.mix(self.seed, openid), path)
    }

    /// Folds in eight bytes at a time by the halves of a product, which is quick and spreads well.
    fn mix(self, start: u64, text: &str) -> u64 {
        const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
        let mut state = fold(start ^ text.len() as u64, ODD);
        for chunk in text.as_bytes().chunks(8) {
            let number = chunk.iter().fold(0, |number, byte| (number << 8) | u64::from(*byte));
            state = fold(state ^ number, self.seed | 1);
        }
        fold(state, ODD)
    }
}

#[allow(clippy::cast_possible_truncation, reason = "both halves are used")]
fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> u64::BITS) as u64
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn tells_players_and_endpoints_apart() {
        let ids = PlayerIds::new();
        let mut seen = HashSet::new();
        for player in 0..100_000 {
            assert!(seen.insert(ids.of(&format!("{player:032X}"))), "{player}");
        }
        for path in ["/a/", "/b/"] {
            assert!(seen.insert(ids.of_player_and_path("A", path)), "{path}");
        }
        assert_eq!(ids.of("A"), ids.of("A"));
    }
}
