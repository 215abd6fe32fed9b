//! How much a client may add to the load of a platform that fails.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::client::load::PlayerId;

/// The retries that a client and its clones may make together.
///
/// Every call that succeeds pays in a part of a retry, and every attempt that fails and is to be repeated takes one out,
/// which comes back if the call is dropped during its pause. A success is a typed reply: a refusal pays nothing, nor does an
/// answer that cannot be read. In an outage nothing is paid in, so that no more requests are added than were saved up.
///
/// There is one such budget for attempts that found no server or no answer, and one of the same size for each endpoint,
/// for attempts that were answered with a status or a code that may pass. So a code that one endpoint answers again and
/// again takes nothing from calls whose connection broke. Nor does one player take all that an endpoint has: of the second
/// half of what can be saved up, nobody is given two retries in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetryBudget {
    saved_up: u32,
    percent: u32,
}

impl RetryBudget {
    /// Makes the default: one retry for ten calls that succeed, and ten saved up at most, which are there at the start.
    pub const fn new() -> Self {
        Self { saved_up: 10, percent: 10 }
    }

    /// Sets how many retries may be saved up.
    pub const fn saved_up(self, retries: u32) -> Self {
        Self { saved_up: retries, ..self }
    }

    /// Sets how many retries a hundred calls that succeed pay for.
    pub const fn percent(self, retries: u32) -> Self {
        Self { percent: retries, ..self }
    }
}

impl Default for RetryBudget {
    fn default() -> Self {
        Self::new()
    }
}

/// What is left of a [`RetryBudget`], in hundredths of a retry.
#[derive(Debug)]
pub(crate) struct Balance {
    hundredths: AtomicU64,
    /// The player whom the last retry was given to, where players are told apart.
    last: AtomicU64,
    budget: RetryBudget,
}

impl Balance {
    const RETRY: u64 = 100;

    pub(crate) const fn new(budget: RetryBudget) -> Self {
        Self { hundredths: AtomicU64::new(Self::most(budget)), last: AtomicU64::new(0), budget }
    }

    const fn most(budget: RetryBudget) -> u64 {
        budget.saved_up as u64 * Self::RETRY
    }

    /// Pays in what a call that succeeded is worth.
    pub(crate) fn pay_in(&self) {
        self.add(u64::from(self.budget.percent));
    }

    /// Puts a retry back that was taken out and not made.
    pub(crate) fn give_back(&self) {
        self.add(Self::RETRY);
    }

    fn add(&self, paid: u64) {
        let most = Self::most(self.budget);
        let paid_in = |hundredths: u64| (hundredths < most).then(|| hundredths.saturating_add(paid).min(most));
        // Full is the usual case, and costs a read.
        let _ = self.hundredths.fetch_update(Ordering::Relaxed, Ordering::Relaxed, paid_in);
    }

    /// Takes a retry out, if there is one.
    pub(crate) fn take(&self) -> bool {
        let taken = |hundredths: u64| hundredths.checked_sub(Self::RETRY);
        self.hundredths.fetch_update(Ordering::Relaxed, Ordering::Relaxed, taken).is_ok()
    }

    /// Whether there is a retry for this player.
    fn has_for(&self, player: PlayerId) -> bool {
        let half = Self::most(self.budget) / 2;
        let left = self.hundredths.load(Ordering::Relaxed);
        left >= Self::RETRY && (left > half || self.last.load(Ordering::Relaxed) != player)
    }

    /// Takes a retry out, if there is one for this player.
    pub(crate) fn take_for(&self, player: PlayerId) -> bool {
        let taken = self.has_for(player) && self.take();
        if taken {
            self.last.store(player, Ordering::Relaxed);
        }
        taken
    }

    /// Returns how many retries are left.
    pub(crate) fn retries(&self) -> u64 {
        self.hundredths.load(Ordering::Relaxed) / Self::RETRY
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starts_full_and_ends() {
        let balance = Balance::new(RetryBudget::new());
        assert_eq!((0..20).filter(|_| balance.take()).count(), 10);
    }

    #[test]
    fn ten_successes_pay_for_one_retry_and_no_more_than_the_limit_is_saved() {
        let balance = Balance::new(RetryBudget::new().saved_up(2));
        assert!(balance.take() && balance.take() && !balance.take());
        for _ in 0..9 {
            balance.pay_in();
        }
        assert!(!balance.take());
        balance.pay_in();
        assert!(balance.take() && !balance.take());
        for _ in 0..1000 {
            balance.pay_in();
        }
        assert_eq!(balance.retries(), 2);
    }

    #[test]
    fn a_success_pays_what_the_budget_says() {
        let balance = Balance::new(RetryBudget::new().percent(50));
        while balance.take() {}
        balance.pay_in();
        assert!(!balance.take());
        balance.pay_in();
        assert!(balance.take() && !balance.take());
    }

    #[test]
    fn one_player_leaves_half_to_the_others() {
        let balance = Balance::new(RetryBudget::new().saved_up(4));
        assert_eq!((0..9).filter(|_| balance.take_for(1)).count(), 2);
        assert!(!balance.has_for(1) && balance.has_for(2));
        assert!(balance.take_for(2) && balance.take_for(1) && !balance.take_for(2));
        let small = Balance::new(RetryBudget::new().saved_up(1));
        assert!(small.take_for(1) && !small.take_for(2), "one is enough for one");
    }
}
