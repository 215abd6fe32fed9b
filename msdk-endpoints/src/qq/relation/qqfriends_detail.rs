use msdk::{OpenId, PictureUrl, msdk_endpoint, msdk_reply, wire_enum};

use crate::qq::Gender;

/// Returns the profiles of the player's friends who play the same game.
///
/// Section 2.3.2 of the vendor's document, whose table says `list` where the platform sends `lists`.
#[msdk_endpoint(path = "/relation/qqfriends_detail/", method = POST, idempotent)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QqfriendsDetail {
    /// Whether the player is in the list too.
    #[msdk(range = 1..=2)]
    pub flag: FriendScope,
}

wire_enum! {
    /// Whom a list of friends has in it.
    pub enum FriendScope: int {
        /// The friends.
        WithoutSelf = 1,
        /// The friends and the player.
        WithSelf = 2,
    }
}

/// The profiles of the player's friends.
#[msdk_reply]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QqfriendsDetailReply {
    /// The friends.
    pub lists: Vec<FriendProfile>,
    /// Whether the data is [degraded](crate::qq#degraded-answers).
    #[msdk(default)]
    pub is_lost: bool,
}

/// The profile of a friend.
#[msdk_reply]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FriendProfile {
    /// The friend's openid.
    pub openid: OpenId,
    /// The name that the player gave the friend, else the friend's nickname.
    #[msdk(name = "nickName", default)]
    pub nick_name: String,
    /// The gender, as a Chinese word on the wire.
    #[msdk(default)]
    pub gender: Gender,
    /// The picture, of 40 or 100 pixels.
    pub figureurl_qq: Option<PictureUrl>,
}
