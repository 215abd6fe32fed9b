use msdk::{msdk_endpoint, msdk_reply};

use crate::qq::Gender;

/// Returns the player's own QQ profile.
///
/// Section 2.3.1 of the vendor's document, which has lost the interface's heading.
#[msdk_endpoint(path = "/relation/qqprofile/", method = POST, idempotent)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Qqprofile;

/// The player's profile.
#[msdk_reply]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QqprofileReply {
    /// The nickname, the same in Qzone and mobile QQ.
    #[msdk(name = "nickName", default)]
    pub nick_name: String,
    /// The gender, as a Chinese word on the wire.
    #[msdk(default)]
    pub gender: Gender,
    /// The address of the picture of 40 × 40 pixels, which every player has.
    #[msdk(default)]
    pub picture40: String,
    /// The address of the picture of 100 × 100 pixels, which not every player has.
    pub picture100: Option<String>,
    /// Whether the player has the yellow diamond.
    #[msdk(default)]
    pub yellow_vip: bool,
    /// The level of the yellow diamond.
    #[msdk(default)]
    pub yellow_vip_level: u32,
    /// Whether the yellow diamond is paid by the year.
    #[msdk(default)]
    pub yellow_year_vip: bool,
    /// Whether the data is [degraded](crate::qq#degraded-answers).
    #[msdk(default)]
    pub is_lost: bool,
}
