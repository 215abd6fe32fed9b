//! What the endpoints say of a player.

use msdk::{OpenId, msdk_reply};

use crate::wechat::{Gender, WxPicture};

/// The profile of a player. A text that the platform leaves out is empty.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct WxProfile {
    /// The player's openid, which no entry may lack.
    pub openid: OpenId,
    /// The nickname.
    #[msdk(name = "nickName", default)]
    pub nick_name: String,
    /// The gender, as a code on the wire.
    #[msdk(default)]
    pub sex: Gender,
    /// The picture; `None` where the player has none.
    pub picture: Option<WxPicture>,
    /// The province as the platform spells its name.
    provice: Option<String>,
    /// The province under the name that is meant.
    province: Option<String>,
    /// The city.
    #[msdk(default)]
    pub city: String,
    /// The country, where the platform says it of each player and not of the caller alone.
    pub country: Option<String>,
    /// The language, likewise.
    pub language: Option<String>,
}

impl WxProfile {
    /// Returns the province, `provice` on the wire as the platform spells it, empty where there is none. Both spellings
    /// are read, and may stand side by side.
    pub fn province(&self) -> &str {
        self.provice.as_deref().or(self.province.as_deref()).unwrap_or_default()
    }
}

/// The profiles of players.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct WxProfiles {
    /// The players. An absent list, `null` and `""` are read as none, since the document does not say how the platform
    /// writes an empty list.
    #[msdk(alias = "list", default)]
    pub lists: Vec<WxProfile>,
    /// The privileges of the first openid alone, such as `chinaunicom`.
    #[msdk(default)]
    pub privilege: Vec<String>,
    /// The country, which the platform also writes beside the list.
    #[msdk(default)]
    pub country: String,
    /// The language, likewise, such as `zh_CN`.
    #[msdk(default)]
    pub language: String,
}
