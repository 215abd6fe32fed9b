//! The players of the game.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use msdk::Secret;
use serde::{Deserialize, Serialize};

pub use msdk_endpoints::qq::Gender;

use super::{Vip, VipKind, WechatPlayer, written};
use crate::APP_ID;

/// A player who logged in with mobile QQ or with WeChat, or a guest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Player {
    /// The openid: of mobile QQ 32 hexadecimal digits, of WeChat some 28 characters; a guest's starts with `G_`.
    pub openid: String,
    /// The access token.
    #[serde(serialize_with = "written::secret")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub token: Secret,
    /// Whether the token still holds.
    #[serde(default)]
    pub token_state: TokenState,
    /// The name.
    #[serde(default)]
    pub nickname: String,
    /// The gender.
    #[serde(default = "written::gender::unsaid", with = "written::gender")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub gender: Gender,
    /// The address of the picture, without a size and without a slash at its end.
    #[serde(default)]
    pub picture: String,
    /// The address of the QZone picture, likewise.
    #[serde(default)]
    pub qzone_picture: String,
    /// The QQ level, of suns, moons and stars.
    #[serde(default)]
    pub qq_level: i64,
    /// The openids of the friends.
    #[serde(default)]
    pub friends: BTreeSet<String>,
    /// What the player calls friends, by their openids; one without an entry goes by the own name.
    #[serde(default)]
    pub remarks: BTreeMap<String, String>,
    /// The memberships.
    #[serde(default, with = "written::vips")]
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, Vip>"))]
    pub vips: HashMap<VipKind, Vip>,
    /// The gifts that wait to be collected.
    #[serde(default)]
    pub gifts: Vec<Gift>,
    /// Whether the player is entitled to the portable wifi.
    #[serde(default)]
    pub wifi: bool,
    /// What is known of a player who logged in with WeChat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wechat: Option<WechatPlayer>,
}

impl Player {
    /// Makes a player without friends, memberships and gifts.
    pub fn new(openid: impl Into<String>, token: impl Into<Secret>) -> Self {
        let openid = openid.into();
        Self {
            token: token.into(),
            token_state: TokenState::Valid,
            nickname: String::new(),
            gender: Gender::Male,
            picture: String::new(),
            qzone_picture: String::new(),
            qq_level: 0,
            friends: BTreeSet::new(),
            remarks: BTreeMap::new(),
            vips: HashMap::new(),
            gifts: Vec::new(),
            wifi: false,
            wechat: None,
            openid,
        }
        .with_pictures()
    }

    /// Gives the player the usual pictures where there are none.
    pub(super) fn with_pictures(mut self) -> Self {
        let openid = &self.openid;
        if self.picture.is_empty() {
            self.picture = match self.wechat {
                Some(_) => format!("http://wx.qlogo.cn/mmhead/{openid}"),
                None => format!("http://q.qlogo.cn/qqapp/{APP_ID}/{openid}"),
            };
        }
        if self.qzone_picture.is_empty() {
            self.qzone_picture = format!("http://thirdapp1.qlogo.cn/qzopenapp/{}", openid.to_ascii_lowercase());
        }
        self
    }

    /// Makes a player who logged in with WeChat, whose access token does not expire until it is refreshed.
    pub fn wechat(openid: impl Into<String>, token: impl Into<Secret>, refresh_token: impl Into<Secret>) -> Self {
        let wechat = WechatPlayer::new(refresh_token.into());
        let player = Self { wechat: Some(wechat), picture: String::new(), ..Self::new(openid, token) };
        player.with_pictures()
    }

    /// Sets the name.
    pub fn with_nickname(self, nickname: impl Into<String>) -> Self {
        Self { nickname: nickname.into(), ..self }
    }

    /// Sets the gender.
    pub fn with_gender(self, gender: Gender) -> Self {
        Self { gender, ..self }
    }

    /// Sets what the player calls a friend, which is shown instead of the friend's name.
    pub fn with_remark(mut self, friend: impl Into<String>, remark: impl Into<String>) -> Self {
        self.remarks.insert(friend.into(), remark.into());
        self
    }

    /// Adds a membership.
    pub fn with_vip(mut self, kind: VipKind, vip: Vip) -> Self {
        self.vips.insert(kind, vip);
        self
    }

    /// Adds a gift.
    pub fn with_gift(mut self, id: impl Into<String>, count: u32) -> Self {
        self.gifts.push(Gift { id: id.into(), count });
        self
    }

    /// The membership of a kind, and whether there is one.
    pub(crate) fn vip(&self, kind: VipKind) -> (bool, Vip) {
        let vip = self.vips.get(&kind).copied();
        (vip.is_some(), vip.unwrap_or_default())
    }
}

/// Whether a player's token still holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TokenState {
    /// It does.
    #[default]
    Valid,
    /// It is too old: platform code 100014.
    Expired,
    /// The player took it back: platform code 100015.
    Revoked,
    /// The player changed the password: platform code -73.
    PasswordChanged,
}

/// A gift of the blue-diamond pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Gift {
    /// The id of the gift.
    pub id: String,
    /// How many of it.
    pub count: u32,
}
