//! The players of the game.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use msdk::Secret;
pub use msdk_endpoints::qq::Gender;

use super::{Vip, VipKind, WechatPlayer};
use crate::APP_ID;

/// A player who logged in with mobile QQ or with WeChat, or a guest.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Player {
    /// The openid: of mobile QQ 32 hexadecimal digits, of WeChat some 28 characters; a guest's starts with `G_`.
    pub openid: String,
    /// The access token.
    pub token: Secret,
    /// Whether the token still holds.
    pub token_state: TokenState,
    /// The name.
    pub nickname: String,
    /// The gender.
    pub gender: Gender,
    /// The address of the picture, without a size and without a slash at its end.
    pub picture: String,
    /// The address of the QZone picture, likewise.
    pub qzone_picture: String,
    /// The QQ level, of suns, moons and stars.
    pub qq_level: i64,
    /// The openids of the friends.
    pub friends: BTreeSet<String>,
    /// What the player calls friends, by their openids; one without an entry goes by the own name.
    pub remarks: BTreeMap<String, String>,
    /// The memberships.
    pub vips: HashMap<VipKind, Vip>,
    /// The gifts that wait to be collected.
    pub gifts: Vec<Gift>,
    /// Whether the player is entitled to the portable wifi.
    pub wifi: bool,
    /// What is known of a player who logged in with WeChat.
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
            picture: format!("http://q.qlogo.cn/qqapp/{APP_ID}/{openid}"),
            qzone_picture: format!("http://thirdapp1.qlogo.cn/qzopenapp/{}", openid.to_ascii_lowercase()),
            qq_level: 0,
            friends: BTreeSet::new(),
            remarks: BTreeMap::new(),
            vips: HashMap::new(),
            gifts: Vec::new(),
            wifi: false,
            wechat: None,
            openid,
        }
    }

    /// Makes a player who logged in with WeChat, whose access token does not expire until it is refreshed.
    pub fn wechat(openid: impl Into<String>, token: impl Into<Secret>, refresh_token: impl Into<Secret>) -> Self {
        let openid = openid.into();
        let picture = format!("http://wx.qlogo.cn/mmhead/{openid}");
        let wechat = WechatPlayer::new(refresh_token.into());
        Self { picture, wechat: Some(wechat), ..Self::new(openid, token) }
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gift {
    /// The id of the gift.
    pub id: String,
    /// How many of it.
    pub count: u32,
}
