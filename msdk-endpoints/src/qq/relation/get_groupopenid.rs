use msdk::{msdk_endpoint, msdk_reply};

use super::GroupLookup;

/// Returns the openid of the QQ group that a guild is bound to.
///
/// The first of two sections 2.3.5 of the vendor's document. A refusal's
/// [`plat_code`](msdk::Error::plat_code) 2002 tells that no group is bound, 2003 that the player is no member of it.
#[msdk_endpoint(path = "/relation/get_groupopenid/", method = POST, opua, idempotent)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GetGroupopenid {
    /// Which group.
    #[msdk(flatten)]
    pub lookup: GroupLookup,
}

/// The group of a guild.
#[msdk_reply]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetGroupopenidReply {
    /// The openid of the group, which the other interfaces for groups ask for.
    #[msdk(name = "groupOpenid")]
    pub group_openid: String,
    /// Whether the data is [degraded](crate::qq#degraded-answers).
    #[msdk(default)]
    pub is_lost: bool,
}
