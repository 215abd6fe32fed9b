//! The world of examples.
//!
//! [`CALLER`] has two friends. [`STRANGER`] plays the same game and is nobody's friend. The caller and [`FRIEND`] are
//! members of the QQ group that the guild [`UNION_ID`] is bound to. The caller's gift pack holds one gift.

use msdk::UnixTime;

use super::{Gender, Group, Player, Term, Vip, VipKind, World};

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
        .with_group(group)
        .with_forbidden_word("外挂")
}
