//! The source of random numbers, which a test can replace.

use std::fmt;

/// Where pauses get their jitter from.
pub trait Randomness: fmt::Debug + Send + Sync + 'static {
    /// Returns the next number, evenly spread.
    fn next_u64(&self) -> u64;
}

/// A fast generator that is seeded by the operating system.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemRandomness;

impl Randomness for SystemRandomness {
    fn next_u64(&self) -> u64 {
        fastrand::u64(..)
    }
}

/// The same number every time.
impl Randomness for u64 {
    fn next_u64(&self) -> u64 {
        *self
    }
}
