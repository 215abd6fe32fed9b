//! Promises, kept or broken.

use std::fmt::Display;

/// Prints each promise with what was measured.
#[derive(Debug, Default)]
pub(crate) struct Checks {
    broken: usize,
}

impl Checks {
    pub(crate) fn check(&mut self, promise: &str, measured: impl Display, holds: bool) {
        println!("{} {promise}: {measured}", if holds { "  ok    " } else { "  BROKEN" });
        self.broken += usize::from(!holds);
    }

    pub(crate) const fn all_hold(&self) -> bool {
        self.broken == 0
    }
}
