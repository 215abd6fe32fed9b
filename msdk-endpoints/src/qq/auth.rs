//! Logging in (chapter 2.1).

mod verify_login;

pub use verify_login::*;

msdk::chapter! {
    /// The endpoints of this chapter.
    pub const CHAPTER = "auth": [VerifyLogin];
}
