use msdk::{UnixTime, msdk_endpoint, msdk_reply};

/// Returns since when and until when the player is a member of QQ.
///
/// Section 2.3.8 of the vendor's document, where it is for joint debugging only; later editions release it.
#[msdk_endpoint(path = "/relation/get_vip_rich_info/", method = POST, idempotent, unreleased)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct GetVipRichInfo;

/// The player's memberships. The platform writes all values as strings, and a date it does not have as `"0"`.
///
/// Dates are not always in step with the yes or no beside them: a member may have an end in the past.
#[msdk_reply]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetVipRichInfoReply {
    /// Whether the player is a member.
    #[msdk(default)]
    pub is_qq_vip: bool,
    /// When the membership was last paid.
    pub qq_vip_start: Option<UnixTime>,
    /// When the membership ends.
    pub qq_vip_end: Option<UnixTime>,
    /// Whether the membership is paid by the year.
    #[msdk(default)]
    pub is_qq_year_vip: bool,
    /// When the yearly membership was last paid.
    pub qq_year_vip_start: Option<UnixTime>,
    /// When the yearly membership ends; the document's words for it belong to `qq_svip_start`.
    pub qq_year_vip_end: Option<UnixTime>,
    /// Whether the player is a super member.
    #[msdk(default)]
    pub is_svip: bool,
    /// When the super membership was last paid; reserved, with no meaning yet.
    pub qq_svip_start: Option<UnixTime>,
    /// When the super membership ends; reserved, with no meaning yet.
    pub qq_svip_end: Option<UnixTime>,
    /// Whether the data is [degraded](crate::qq#degraded-answers).
    #[msdk(default)]
    pub is_lost: bool,
}
