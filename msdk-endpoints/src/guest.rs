//! The endpoint for guests, who logged in with neither mobile QQ nor WeChat.
//!
//! A guest's [`Session`](msdk::Session::guest) puts `G_` before the openid and the app id. Every other endpoint refuses
//! guests with -901.

mod guest_check_token;

pub use guest_check_token::*;

use msdk::metadata::Chapter;

msdk::chapter! {
    /// The endpoints for guests.
    pub const CHAPTER = "guest": [GuestCheckToken];
}

/// Every endpoint for guests.
pub const CHAPTERS: &[Chapter] = &[CHAPTER];
