//! Sharing to friends (chapter 2.2).

mod share_qq;

pub use share_qq::*;

msdk::chapter! {
    /// The endpoints of this chapter.
    pub const CHAPTER = "share": [ShareQq];
}
