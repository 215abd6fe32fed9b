//! Profiles, friends and guilds (chapter 2.3).

mod get_group_detail;
mod get_group_key;
mod get_groupinfo;
mod get_groupopenid;
mod get_vip_rich_info;
mod group_lookup;
mod qq_gain_chest;
mod qqfriends_detail;
mod qqfriends_vip;
mod qqprofile;
mod qqstrange_profile;
mod unbind_group;

pub use self::{
    get_group_detail::*, get_group_key::*, get_groupinfo::*, get_groupopenid::*, get_vip_rich_info::*, group_lookup::*,
    qq_gain_chest::*, qqfriends_detail::*, qqfriends_vip::*, qqprofile::*, qqstrange_profile::*, unbind_group::*,
};

msdk::chapter! {
    /// The endpoints of this chapter.
    pub const CHAPTER = "relation": [Qqprofile, QqfriendsDetail, QqstrangeProfile, QqfriendsVip, GetGroupopenid, GetGroupinfo, UnbindGroup, GetGroupDetail, GetVipRichInfo, GetGroupKey, QqGainChest];
}
