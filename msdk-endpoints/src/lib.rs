//! The documented interfaces of the MSDK platform, one file each.
//!
//! Use them through `msdk`, which re-exports them beside the client that calls them.

#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

pub mod qq;
#[cfg(test)]
mod testing;
