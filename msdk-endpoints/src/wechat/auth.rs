//! Logging in (chapter 3.1).

mod check_token;
mod refresh_token;

pub use self::{check_token::*, refresh_token::*};

msdk::chapter! {
    /// The endpoints of this chapter.
    pub const CHAPTER = "auth": [RefreshToken, CheckToken];
}
