//! Messages to friends (chapter 3.2).

mod share_wx;
mod share_wxgame;
mod upload_wx;

pub use self::{share_wx::*, share_wxgame::*, upload_wx::*};

msdk::chapter! {
    /// The endpoints of this chapter.
    pub const CHAPTER = "share": [UploadWx, ShareWx, ShareWxgame];
}
