//! Memberships, gifts and scores (chapter 2.4).

mod get_gift;
mod get_wifi;
mod load_vip;
mod qqscore;
mod qqscore_batch;
mod query_vip;

pub use self::{get_gift::*, get_wifi::*, load_vip::*, qqscore::*, qqscore_batch::*, query_vip::*};

msdk::chapter! {
    /// The endpoints of this chapter.
    pub const CHAPTER = "profile": [LoadVip, GetGift, GetWifi, QqscoreBatch, QueryVip, Qqscore];
}
