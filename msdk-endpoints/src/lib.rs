//! The documented interfaces of the MSDK platform, one file each.
//!
//! Use them through `msdk`, which re-exports them beside the client that calls them.

pub mod qq;
#[cfg(test)]
mod testing;
