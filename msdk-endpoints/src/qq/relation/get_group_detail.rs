use msdk::{msdk_endpoint, msdk_reply};

use super::{GetGroupinfoReply, GroupLookup};

/// Returns everything about the QQ group that a guild is bound to.
///
/// Section 2.3.7 of the vendor's document, where it is for joint debugging only; later editions release it. Unlike all
/// others, its path ends without a slash.
#[msdk_endpoint(path = "/relation/get_group_detail", method = POST, opua, idempotent, unreleased)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GetGroupDetail {
    /// Which group.
    #[msdk(flatten)]
    pub lookup: GroupLookup,
}

/// A QQ group, the guild that it is bound to, and how to join it.
#[msdk_reply]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetGroupDetailReply {
    /// What [`get_groupinfo`](super::get_groupinfo()) answers too.
    #[msdk(flatten)]
    pub info: GetGroupinfoReply,
    /// The openid of the group.
    #[msdk(name = "groupOpenid", default)]
    pub group_openid: String,
    /// The key with which the game's client offers to join the group.
    #[msdk(name = "joinGroupKey")]
    pub join_group_key: Option<String>,
}
