use msdk::{CommaList, OpenId, msdk_endpoint, msdk_reply};

/// Returns what is known of the QQ group that a guild is bound to.
///
/// The second of two sections 2.3.5 of the vendor's document.
#[msdk_endpoint(path = "/relation/get_groupinfo/", method = POST, opua, idempotent)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GetGroupinfo {
    /// The openid of the group, from [`get_groupopenid`](super::get_groupopenid()).
    #[msdk(name = "groupOpenid", bytes = 1..)]
    pub group_openid: String,
}

/// A QQ group and the guild that it is bound to. The platform writes all values as strings, counts included.
#[msdk_reply]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetGroupinfoReply {
    /// The name of the group.
    #[msdk(name = "groupName", default)]
    pub group_name: String,
    /// The description of the group.
    #[msdk(name = "fingerMemo")]
    pub finger_memo: Option<String>,
    /// How many members the group has.
    #[msdk(name = "memberNum")]
    pub member_num: Option<u32>,
    /// How many members the group can have.
    #[msdk(name = "maxNum")]
    pub max_num: Option<u32>,
    /// Who owns the group.
    #[msdk(name = "ownerOpenid")]
    pub owner_openid: Option<OpenId>,
    /// The id of the guild in the game.
    #[msdk(default)]
    pub unionid: String,
    /// The zone of the game.
    #[msdk(default)]
    pub zoneid: String,
    /// Who administers the group.
    #[msdk(name = "adminOpenids")]
    pub admin_openids: CommaList<OpenId>,
    /// Whether the data is [degraded](crate::qq#degraded-answers).
    #[msdk(default)]
    pub is_lost: bool,
}
