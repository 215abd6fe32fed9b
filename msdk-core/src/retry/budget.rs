//! How much a client may add to the load of a platform that fails.

use std::sync::atomic::{AtomicU64, Ordering};

/// The retries that a client and its clones may make together.
///
/// Every call that succeeds pays in a part of a retry, and every retry takes one out. In an outage nothing is paid in, so
/// that no more requests are added than were saved up.
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
pub(crate) struct Purse {
    hundredths: AtomicU64,
    budget: RetryBudget,
}

impl Purse {
    const RETRY: u64 = 100;

    pub(crate) const fn new(budget: RetryBudget) -> Self {
        Self { hundredths: AtomicU64::new(Self::most(budget)), budget }
    }

    const fn most(budget: RetryBudget) -> u64 {
        budget.saved_up as u64 * Self::RETRY
    }

    /// Pays in what a call that succeeded is worth.
    pub(crate) fn pay_in(&self) {
        let most = Self::most(self.budget);
        let paid_in = |hundredths: u64| {
            (hundredths < most).then(|| hundredths.saturating_add(u64::from(self.budget.percent)).min(most))
        };
        // Full is the usual case, and costs a read.
        let _ = self.hundredths.fetch_update(Ordering::Relaxed, Ordering::Relaxed, paid_in);
    }

    /// Takes a retry out, if there is one.
    pub(crate) fn take(&self) -> bool {
        let taken = |hundredths: u64| hundredths.checked_sub(Self::RETRY);
        self.hundredths.fetch_update(Ordering::Relaxed, Ordering::Relaxed, taken).is_ok()
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
        let purse = Purse::new(RetryBudget::new());
        assert_eq!((0..20).filter(|_| purse.take()).count(), 10);
    }

    #[test]
    fn ten_successes_pay_for_one_retry_and_no_more_than_the_limit_is_saved() {
        let purse = Purse::new(RetryBudget::new().saved_up(2));
        assert!(purse.take() && purse.take() && !purse.take());
        for _ in 0..9 {
            purse.pay_in();
        }
        assert!(!purse.take());
        purse.pay_in();
        assert!(purse.take() && !purse.take());
        for _ in 0..1000 {
            purse.pay_in();
        }
        assert_eq!(purse.retries(), 2);
    }

    #[test]
    fn a_success_pays_what_the_budget_says() {
        let purse = Purse::new(RetryBudget::new().percent(50));
        while purse.take() {}
        purse.pay_in();
        assert!(!purse.take());
        purse.pay_in();
        assert!(purse.take() && !purse.take());
    }
}
