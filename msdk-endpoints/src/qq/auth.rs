//! Logging in (chapter 2.1).

mod verify_login;

pub use verify_login::*;

use msdk::{Chapter, Endpoint};

/// The interfaces of this chapter.
pub const CHAPTER: Chapter = Chapter { name: "auth", endpoints: &[VerifyLogin::META] };
