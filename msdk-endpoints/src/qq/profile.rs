//! Memberships, gifts and scores (chapter 2.4).

mod get_gift;
mod get_wifi;
mod load_vip;
mod qqscore_batch;

pub use self::{get_gift::*, get_wifi::*, load_vip::*, qqscore_batch::*};

use msdk::{Chapter, Endpoint};

/// The interfaces of this chapter.
pub const CHAPTER: Chapter =
    Chapter { name: "profile", endpoints: &[LoadVip::META, GetGift::META, GetWifi::META, QqscoreBatch::META] };
