use msdk::{OpenId, PictureUrl, msdk_endpoint, msdk_reply};

use crate::qq::Gender;

/// Returns the profiles of players of the same game, friends or not, for games that show who is nearby.
///
/// Section 2.3.3 of the vendor's document. The game's client finds the openids.
#[msdk_endpoint(path = "/relation/qqstrange_profile/", method = POST, platform = qq, idempotent)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QqstrangeProfile {
    /// Whom to look up, at least one; no upper limit is documented.
    #[msdk(items = 1..)]
    pub vcopenid: Vec<OpenId>,
}

/// The profiles that were asked for.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct QqstrangeProfileReply {
    /// The players. An absent list, `null` and `""` are read as none, since the
    /// document does not say how the platform writes an empty list.
    #[msdk(default)]
    pub lists: Vec<StrangerProfile>,
    /// Whether the data is [degraded](crate::qq#degraded-answers); no where it is absent.
    #[msdk(default)]
    pub is_lost: bool,
}

/// The profile of a player who need not be a friend. A picture is `None` where the platform gives none.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct StrangerProfile {
    /// The player's openid, which no entry may lack.
    pub openid: OpenId,
    /// The gender, as a code on the wire; an empty [`Gender::Other`] where it is absent.
    #[msdk(default)]
    pub gender: Gender,
    /// The nickname; empty where it is absent.
    #[msdk(name = "nickName", default)]
    pub nick_name: String,
    /// The address of the Qzone picture of 50 × 50 pixels.
    pub qzonepicture50: Option<String>,
    /// The address of the QQ picture of 40 × 40 pixels.
    pub qqpicture40: Option<String>,
    /// The address of the QQ picture of 100 × 100 pixels.
    pub qqpicture100: Option<String>,
    /// The QQ picture, of 40 or 100 pixels.
    pub qqpicture: Option<PictureUrl>,
}

#[cfg(test)]
mod tests;
