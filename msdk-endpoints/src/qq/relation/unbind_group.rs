use msdk::{msdk_endpoint, msdk_reply};

/// Ends the binding of a guild and its QQ group.
///
/// Section 2.3.6 of the vendor's document. A refusal's [`plat_code`](msdk::Error::plat_code) 2001 tells that nothing
/// was bound, which after a lost answer means that the first attempt succeeded; 2004 asks to try less often.
#[msdk_endpoint(path = "/relation/unbind_group/", method = POST, opua)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnbindGroup {
    /// The openid of the group, from [`get_groupopenid`](super::get_groupopenid()).
    #[msdk(name = "groupOpenid", bytes = 1..)]
    pub group_openid: String,
    /// The id of the guild in the game.
    #[msdk(bytes = 1..)]
    pub unionid: String,
}

/// What the platform says of an ended binding.
#[msdk_reply]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnbindGroupReply {
    /// Whether the data is [degraded](crate::qq#degraded-answers).
    #[msdk(default)]
    pub is_lost: bool,
}
