use std::net::IpAddr;

use msdk::{CommaList, OpenId, msdk_endpoint, msdk_reply, wire_enum};

/// Returns which of up to 50 friends are members of QQ.
///
/// Section 2.3.4 of the vendor's document.
#[msdk_endpoint(path = "/relation/qqfriends_vip/", method = POST, platform = qq, idempotent)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QqfriendsVip {
    /// The friends, 1 to 50; any number with [`Client::call_in_chunks`](msdk::Client::call_in_chunks).
    #[msdk(items = 1..=50, chunk)]
    pub fopenids: Vec<OpenId>,
    /// The memberships to look up.
    #[msdk(items = 1..)]
    pub flags: CommaList<VipService>,
    /// The address of the caller.
    pub userip: IpAddr,
    /// Where the player logged in, as the login told the game's client.
    pub pf: LoginPlatform,
}

impl QqfriendsVip {
    /// Asks for the QQ membership of `friends`, on any terminal.
    pub fn new<T: Into<OpenId>>(friends: impl IntoIterator<Item = T>, userip: IpAddr) -> Self {
        Self {
            fopenids: friends.into_iter().map(Into::into).collect(),
            flags: [VipService::QqVip].into(),
            userip,
            pf: LoginPlatform::Openmobile,
        }
    }
}

wire_enum! {
    /// A membership that friends can be looked up for.
    pub enum VipService: string {
        /// QQ membership, the only one that the document knows.
        QqVip = "qq_vip",
    }
}

wire_enum! {
    /// Where a player logged in.
    pub enum LoginPlatform: string {
        /// Any terminal, the default.
        Openmobile = "openmobile",
        /// Android.
        OpenmobileAndroid = "openmobile_android",
        /// iOS.
        OpenmobileIos = "openmobile_ios",
        /// Windows Phone.
        OpenmobileWp = "openmobile_wp",
    }
}

/// The memberships of friends.
#[msdk_reply(merge)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct QqfriendsVipReply {
    /// The friends. An absent list, `null` and `""` are read as none, since the
    /// document does not say how the platform writes an empty list.
    #[msdk(default)]
    pub lists: Vec<FriendVip>,
    /// Whether the platform's backend timed out, so that friends may be missing: use a copy of your own or defaults.
    /// No where it is absent.
    #[msdk(default)]
    pub is_lost: bool,
}

/// The membership of a friend.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct FriendVip {
    /// The friend's openid, which no entry may lack.
    pub openid: OpenId,
    /// Whether the friend is a member of QQ; no where it is absent.
    #[msdk(default)]
    pub is_qq_vip: bool,
    /// The level of membership; `None` for a friend who is no member.
    pub qq_vip_level: Option<u32>,
    /// Whether the membership is paid by the year; no where it is absent.
    #[msdk(default)]
    pub is_qq_year_vip: bool,
}

#[cfg(test)]
mod tests;
