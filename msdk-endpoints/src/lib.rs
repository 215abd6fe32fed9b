//! The documented endpoints of the MSDK platform, one file each.
//!
//! Use them through `msdk`, which re-exports them beside the client that calls them.

#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod gender;
pub mod guest;
pub mod qq;
#[cfg(test)]
mod testing;
pub mod wechat;

use msdk::metadata::Chapter;

/// The endpoints of each platform: the name of its module, and its chapters.
pub const PLATFORMS: [(&str, &[Chapter]); 3] =
    [("qq", qq::CHAPTERS), ("wechat", wechat::CHAPTERS), ("guest", guest::CHAPTERS)];
