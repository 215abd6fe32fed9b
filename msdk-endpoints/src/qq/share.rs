//! Sharing to friends (chapter 2.2).

mod share_qq;

pub use share_qq::*;

use msdk::{Chapter, Endpoint};

/// The interfaces of this chapter.
pub const CHAPTER: Chapter = Chapter { name: "share", endpoints: &[ShareQq::META] };
