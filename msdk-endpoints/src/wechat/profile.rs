//! Scores and memberships (chapter 3.4).

mod wxget_vip;
mod wxscore;

pub use self::{wxget_vip::*, wxscore::*};

msdk::chapter! {
    /// The interfaces of this chapter.
    pub const CHAPTER = "profile": [Wxscore, WxgetVip];
}
