//! Memberships, gifts and scores (chapter 2.4).

mod get_gift;
mod get_wifi;
mod load_vip;
mod qqscore_batch;

pub use self::{get_gift::*, get_wifi::*, load_vip::*, qqscore_batch::*};

msdk::chapter! {
    /// The interfaces of this chapter.
    pub const CHAPTER = "profile": [LoadVip, GetGift, GetWifi, QqscoreBatch];
}
