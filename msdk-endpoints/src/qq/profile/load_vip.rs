use msdk::{
    declare::{Encode, Encoder, Measure},
    metadata::{Limits, Shape},
    msdk_endpoint, msdk_reply, wire_enum,
};

/// Returns which memberships and diamonds the player has.
///
/// Section 2.4.1 of the vendor's document, whose table says `list` where the platform sends `lists`.
#[msdk_endpoint(path = "/profile/load_vip/", method = POST, platform = qq, appid = int, fixed(login = 2, uin = 0), idempotent)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LoadVip {
    /// What to look up.
    pub vip: VipMask,
}

bitflags::bitflags! {
    /// A set of memberships to look up, at least one; on the wire the sum of their codes.
    ///
    /// A kind that the platform has added since is looked up with
    /// [`from_bits_retain`](Self::from_bits_retain), and answered as [`VipKind::Other`].
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub struct VipMask: u32 {
        /// QQ membership.
        const NORMAL = 1;
        /// The blue diamond.
        const BLUE = 4;
        /// The red diamond.
        const RED = 8;
        /// QQ super membership.
        const SUPER = 16;
        /// Game membership.
        const GAME = 32;
        /// The Xinyue club.
        const XINYUE = 64;
        /// The yellow diamond.
        const YELLOW = 128;
    }
}

#[diagnostic::do_not_recommend]
impl Encode for VipMask {
    const SHAPE: Shape = Shape::Int;
    const LIMITS: Limits = Limits::NONE.with_range(1, i32::MAX as i64);

    fn encode(&self, out: &mut Encoder<'_>) {
        out.int(i128::from(self.bits()));
    }

    fn measure(&self) -> Measure<'_> {
        Measure::Int(i128::from(self.bits()))
    }
}

/// As its number.
#[cfg(feature = "serde")]
impl serde::Serialize for VipMask {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.bits())
    }
}

/// From its number; bits without a name are kept.
#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for VipMask {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u32::deserialize(deserializer).map(Self::from_bits_retain)
    }
}

wire_enum! {
    /// A kind of membership.
    pub enum VipKind: int {
        /// QQ membership.
        Normal = 1,
        /// The blue diamond.
        Blue = 4,
        /// The red diamond.
        Red = 8,
        /// QQ super membership.
        Super = 16,
        /// Game membership.
        Game = 32,
        /// The Xinyue club.
        Xinyue = 64,
        /// The yellow diamond.
        Yellow = 128,
    }
}

/// The player's memberships.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct LoadVipReply {
    /// One entry for each kind that was asked for. An absent list, `null` and `""` are read as no entries, which tells
    /// nothing of the player's memberships.
    #[msdk(default)]
    pub lists: Vec<VipStatus>,
}

/// One membership of the player.
///
/// The platform fills in every value for every kind, also where it means nothing; a method is `None` there. An entry
/// without its kind, or without the yes or no of it, is malformed; any other value that is left out is 0 or no.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VipStatus {
    /// The kind.
    flag: VipKind,
    /// Whether the player has it.
    isvip: bool,
    /// Whether it is paid by the year.
    #[msdk(default)]
    year: bool,
    /// Its level.
    #[msdk(default)]
    level: u32,
    /// Whether it is the luxury edition.
    #[msdk(default)]
    luxury: bool,
    /// Whether the player is a member of the game; `ispay` on the wire, though it tells of no payment.
    #[msdk(name = "ispay", default)]
    is_game_member: bool,
    /// The player's QQ level.
    #[msdk(name = "qqLevel", default)]
    qq_level: u32,
}

impl VipStatus {
    /// Returns the kind of membership.
    pub const fn kind(&self) -> VipKind {
        self.flag
    }

    /// Whether the player has it; nothing else tells.
    pub const fn is_vip(&self) -> bool {
        self.isvip
    }

    /// Whether it is paid by the year; not known of super membership and Xinyue.
    pub fn is_yearly(&self) -> Option<bool> {
        self.unless(&[VipKind::Super, VipKind::Xinyue], self.year)
    }

    /// Returns the level; not known of super membership and the yellow diamond.
    pub fn level(&self) -> Option<u32> {
        self.unless(&[VipKind::Super, VipKind::Yellow], self.level)
    }

    /// Whether it is the luxury edition; not known of super membership and Xinyue.
    pub fn is_luxury(&self) -> Option<bool> {
        self.unless(&[VipKind::Super, VipKind::Xinyue], self.luxury)
    }

    /// Whether the player is a member of the game, `ispay` on the wire; only for game membership.
    pub fn is_game_member(&self) -> Option<bool> {
        (self.flag == VipKind::Game).then_some(self.is_game_member)
    }

    /// Returns what [`is_game_member`](Self::is_game_member) does.
    #[deprecated = "`ispay` says whether the player is a member of the game, so it is `is_game_member`"]
    #[doc(hidden)]
    pub fn is_paid(&self) -> Option<bool> {
        self.is_game_member()
    }

    /// Returns the player's QQ level, shown as crowns, suns, moons and stars; only for QQ membership.
    pub fn qq_level(&self) -> Option<u32> {
        (self.flag == VipKind::Normal).then_some(self.qq_level)
    }

    fn unless<T>(&self, kinds: &[VipKind], value: T) -> Option<T> {
        (!kinds.contains(&self.flag)).then_some(value)
    }
}

#[cfg(test)]
mod tests;
