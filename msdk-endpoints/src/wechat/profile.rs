//! Scores and memberships (chapter 3.4).

mod wxbattle_report;
mod wxget_vip;
mod wxscore;

pub use self::{wxbattle_report::*, wxget_vip::*, wxscore::*};

msdk::chapter! {
    /// The endpoints of this chapter.
    pub const CHAPTER = "profile": [Wxscore, WxbattleReport, WxgetVip];
}
