use std::net::IpAddr;

use msdk::{
    OpenId,
    declare::{Encode, Encoder, Report},
    metadata::{Limits, Shape},
    msdk_endpoint, msdk_object, wire_enum,
};

/// Sends one message to one friend of the player, shown in mobile QQ under the account "QQ手游".
///
/// Section 2.2.1 of the vendor's document. The friend must follow that account; a friend takes some 20 to 30 messages
/// of one game a day, after which the platform refuses with code 30. Code 100030 tells that the target is no friend.
/// Later editions of the document limit the address to 512 bytes and the whole message to 700.
///
/// It is not idempotent: repeated after a lost answer, it may send the message twice.
#[msdk_endpoint(
    path = "/share/qq/", method = POST, platform = qq,
    appid = int, appid_also = "oauth_consumer_key", token = "access_token", token_also = "openkey",
    fixed(dst = 1001, flag = 1), check = check_placeholder, reply = (),
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareQq {
    /// What a tap on the message does.
    #[msdk(range = 0..=1)]
    pub act: ShareAction,
    /// The friend who gets the message.
    pub fopenids: ShareTarget,
    /// The title, up to 45 bytes of UTF-8, which is 15 Chinese characters.
    #[msdk(bytes = ..=45)]
    pub title: String,
    /// The summary below the title, up to 45 bytes of UTF-8.
    #[msdk(bytes = ..=45)]
    pub summary: String,
    /// The address of the page in the game centre, up to 1024 bytes; see [`game_center_url`].
    #[msdk(bytes = ..=1024)]
    pub target_url: String,
    /// The address of the picture, which the platform fetches: 128 × 128 pixels, up to 2 MB.
    #[msdk(bytes = 1..)]
    pub image_url: String,
    /// The source of the message, by default 0.
    pub src: i32,
    /// The text shown in the list of messages, up to 45 bytes of UTF-8.
    #[msdk(name = "previewText", bytes = ..=45)]
    pub preview_text: Option<String>,
    /// The kind of message, for the platform's statistics.
    pub game_tag: Option<GameTag>,
    /// The address from which the player's client connects.
    pub userip: Option<IpAddr>,
}

impl ShareQq {
    /// Makes a message with what every message has.
    pub fn new(
        friend: impl Into<OpenId>,
        title: impl Into<String>,
        summary: impl Into<String>,
        target_url: impl Into<String>,
        image_url: impl Into<String>,
    ) -> Self {
        Self {
            act: ShareAction::OpenUrl,
            fopenids: ShareTarget(friend.into()),
            title: title.into(),
            summary: summary.into(),
            target_url: target_url.into(),
            image_url: image_url.into(),
            src: 0,
            preview_text: None,
            game_tag: None,
            userip: None,
        }
    }
}

wire_enum! {
    /// What a tap on a shared message does.
    pub enum ShareAction: int {
        /// Opens the address.
        OpenUrl = 0,
        /// Opens the game.
        OpenApp = 1,
    }
}

wire_enum! {
    /// The kinds of shared messages that the platform counts; a game agrees on more with the platform.
    pub enum GameTag: string {
        /// An invitation.
        Invite = "MSG_INVITE",
        /// A friend's score was beaten.
        FriendExceed = "MSG_FRIEND_EXCEED",
        /// A heart was given.
        HeartSend = "MSG_HEART_SEND",
        /// A duel.
        FriendPvp = "MSG_SHARE_FRIEND_PVP",
    }
}

/// The one friend who gets a shared message; on the wire an array of one object, `[{"openid":"...","type":0}]`.
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(from = "[Friend; 1]", into = "[Friend; 1]")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareTarget(pub OpenId);

#[diagnostic::do_not_recommend]
impl Encode for ShareTarget {
    const SHAPE: Shape = Shape::List(&<Friend as Encode>::SHAPE);
    const LIMITS: Limits = Limits::NONE.with_items(1, 1);

    fn encode(&self, out: &mut Encoder<'_>) {
        out.list(&<[Friend; 1]>::from(self.clone()));
    }
}

/// A friend as the platform writes it.
#[msdk_object]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
struct Friend {
    openid: OpenId,
    /// The kind of account, always 0.
    #[msdk(name = "type")]
    kind: u8,
}

impl From<ShareTarget> for [Friend; 1] {
    fn from(target: ShareTarget) -> Self {
        [Friend { openid: target.0, kind: 0 }]
    }
}

impl From<[Friend; 1]> for ShareTarget {
    fn from([friend]: [Friend; 1]) -> Self {
        Self(friend.openid)
    }
}

/// Returns the address of the game's page in the game centre, in the form of the vendor's document.
pub fn game_center_url(app_id: &str) -> String {
    format!(
        "http://gamecenter.qq.com/gcjump?appid={app_id}&pf=invite&from=iphoneqq&plat=qq&originuin=111\
         &ADTAG=gameobj.msg_invite"
    )
}

/// The document's template has a placeholder for the app id, and games have sent it as it is: a tap on such a message
/// leads nowhere. Other braces are the game's own.
fn check_placeholder(request: &ShareQq, report: &mut Report<'_>) {
    if request.target_url.contains("{YOUR_APPID}") {
        report.add("target_url", "must have the app id in place of `{YOUR_APPID}`, as `game_center_url` puts it");
    }
}

#[cfg(test)]
mod tests;
