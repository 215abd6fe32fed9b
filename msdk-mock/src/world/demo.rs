//! The world of examples.
//!
//! [`CALLER`] has two friends. [`STRANGER`] plays the same game and is nobody's friend. The caller and [`FRIEND`] are
//! members of the QQ group that the guild [`UNION_ID`] is bound to. The caller's gift pack holds one gift.
//! [`WX_CALLER`] plays with WeChat and has one friend, [`WX_FRIEND`]; [`GUEST`] plays without an account.

use msdk::UnixTime;

use super::{Gender, Group, Player, Term, Vip, VipKind, WechatVip, World};

/// The openid of the player on whose behalf examples call.
pub const CALLER: &str = "A3284A812ECA15269F85AE1C2D94EB37";
/// The access token of [`CALLER`].
pub const CALLER_TOKEN: &str = "933FE8C9AB9C585D7EABD04373B7155F";
/// The openid of a friend, a yearly member.
pub const FRIEND: &str = "69FF99F3B17436F2F6621FA158B30549";
/// The openid of a friend without memberships, whose name is hard on text encodings.
pub const OTHER_FRIEND: &str = "B9EEA5EE1E99694146AC2700BFE6B88B";
/// The openid of a player who is no friend.
pub const STRANGER: &str = "F4382318AFBBD94F856E866043C3472E";
/// The id of a guild that is bound to a QQ group.
pub const UNION_ID: &str = "35502799";
/// The zone of that guild.
pub const ZONE_ID: &str = "35";
/// The number of the group.
pub const GROUP_CODE: &str = "188959810";
/// The `groupOpenid` of the group.
pub const GROUP_OPENID: &str = "4944D5C58AF654020B010465AC945E76";
/// The openid of the owner of the group.
pub const GROUP_OWNER: &str = "ECF664F0127DAB4004821795B40797F6";

/// The openid of a player of WeChat, on whose behalf examples call.
pub const WX_CALLER: &str = "oGRTijlTHnyvS3bXHbdGB8hSPZ-_";
/// The access token of [`WX_CALLER`].
pub const WX_CALLER_TOKEN: &str = "6C1D9F0A7B3E45228E6F1A0B5C7D9E24";
/// The refresh token of [`WX_CALLER`], until it is used.
pub const WX_CALLER_REFRESH_TOKEN: &str = "B27E0C5D1F9A483C9D2E6A7B8C0F1D35";
/// The openid of a friend of [`WX_CALLER`].
pub const WX_FRIEND: &str = "oGRTijrV0l67hDGN7dstOl8CphN0";
/// The openid of a guest.
pub const GUEST: &str = "G_0E22AFA1E42BCB1D4C4A5CBF8D1D4B55";
/// The access token of [`GUEST`].
pub const GUEST_TOKEN: &str = "2B4D1E8E9C0F4A7795D3C6B8A1E0F472";

pub(super) fn world() -> World {
    let year = Term { start: UnixTime::from_secs(1_420_041_600), end: UnixTime::from_secs(1_451_577_600) };
    let member = Vip { level: 3, term: Some(year), ..Vip::default() };
    let mut caller = Player::new(CALLER, CALLER_TOKEN)
        .with_nickname("憨特")
        .with_vip(VipKind::Normal, member)
        .with_vip(VipKind::Blue, Vip { level: 2, luxury: true, ..Vip::default() })
        .with_vip(VipKind::Yellow, Vip { level: 4, yearly: Some(year), ..Vip::default() })
        .with_gift("1001", 1);
    caller.qq_level = 21;
    caller.wifi = true;
    let friend = Player::new(FRIEND, "FCCDE5C8CDAD70A9A0E229C367E03178")
        .with_nickname("张鸿")
        .with_vip(VipKind::Normal, Vip { level: 6, yearly: Some(year), ..member })
        .with_vip(VipKind::Super, member);
    let other = Player::new(OTHER_FRIEND, "C9A1F622B7B4AAC48D0AF3F73B1A3D83").with_nickname("/xu゛♥快到碗里来இ🐼");
    let stranger =
        Player::new(STRANGER, "E16A9965C446956D89303747C632C27B").with_nickname("路人甲").with_gender(Gender::Female);
    let group = Group::new(GROUP_OPENID, GROUP_CODE, "傲世西游35区绑群", GROUP_OWNER)
        .with_binding(UNION_ID, ZONE_ID)
        .with_admin(FRIEND)
        .with_member(CALLER);
    World::empty()
        .with_player(caller)
        .with_player(friend)
        .with_player(other)
        .with_player(stranger)
        .with_friends(CALLER, FRIEND)
        .with_friends(CALLER, OTHER_FRIEND)
        .with_player(wechat_caller())
        .with_player(wechat_friend())
        .with_player(Player::new(GUEST, GUEST_TOKEN))
        .with_friends(WX_CALLER, WX_FRIEND)
        .with_group(group)
        .with_forbidden_word("外挂")
}

fn wechat_caller() -> Player {
    let mut caller = Player::wechat(WX_CALLER, WX_CALLER_TOKEN, WX_CALLER_REFRESH_TOKEN)
        .with_nickname("小微")
        .with_gender(Gender::Female);
    if let Some(wechat) = &mut caller.wechat {
        wechat.unionid = "o1A_BjhwQHB2BUyasZ_Lb2rkkOpE".into();
        wechat.privileges = vec!["chinaunicom".into()];
        wechat.vip = Some(WechatVip { level: 6, score: 28_000 });
    }
    caller
}

fn wechat_friend() -> Player {
    Player::wechat(WX_FRIEND, "95C1E7D0B4A84F6F8B3D2A1C0E9F7D56", "0D3F5A7C9E1B4C6D8F0A2B4C6D8E0F1A")
        .with_nickname("阿信")
}
