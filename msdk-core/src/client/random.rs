//! The source of random numbers, which a test can replace.

use std::{
    fmt,
    hash::{BuildHasher, Hasher, RandomState},
};

/// Where pauses get their jitter from.
pub trait Randomness: fmt::Debug + Send + Sync + 'static {
    /// Returns the next number, evenly spread.
    fn next_u64(&self) -> u64;
}

/// Hashes nothing with a key of the standard library, which the operating system seeds and which is another each time.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemRandomness;

impl Randomness for SystemRandomness {
    fn next_u64(&self) -> u64 {
        RandomState::new().build_hasher().finish()
    }
}

/// The same number every time.
impl Randomness for u64 {
    fn next_u64(&self) -> u64 {
        *self
    }
}
