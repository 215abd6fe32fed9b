use msdk::{bit_mask, msdk_endpoint, msdk_reply, wire_enum};

/// Returns which memberships and diamonds the player has, in place of [`load_vip`](super::load_vip()).
///
/// Section 2.4.5 of the vendor's later edition, whose table says `list` where the platform sends `lists`; both are read.
/// A `msg` with `oidb decode0x5e1 failed, ret:116` tells that the token has expired or that the openid is not the player's.
#[msdk_endpoint(path = "/profile/query_vip/", method = POST, platform = qq, idempotent)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QueryVip {
    /// What to look up, at least one kind.
    #[msdk(range = 1..)]
    pub vip: MembershipMask,
}

bit_mask! {
    /// A set of memberships to look up; on the wire the sum of their codes.
    ///
    /// A kind that the platform has added since is looked up with [`from_bits`](Self::from_bits), and answered as
    /// [`MembershipKind::Other`].
    pub struct MembershipMask: u32 {
        /// QQ membership.
        MEMBER = 1,
        /// The QQ level.
        QQ_LEVEL = 2,
        /// The blue diamond.
        BLUE = 4,
        /// The red diamond.
        RED = 8,
        /// QQ super membership.
        SUPER = 16,
        /// The Xinyue club.
        XINYUE = 64,
        /// The yellow diamond.
        YELLOW = 128,
        /// Anime membership.
        ANIME = 256,
    }
}

wire_enum! {
    /// A kind of membership.
    pub enum MembershipKind: int {
        /// QQ membership.
        Member = 1,
        /// The QQ level.
        QqLevel = 2,
        /// The blue diamond.
        Blue = 4,
        /// The red diamond.
        Red = 8,
        /// QQ super membership.
        Super = 16,
        /// The Xinyue club.
        Xinyue = 64,
        /// The yellow diamond.
        Yellow = 128,
        /// Anime membership.
        Anime = 256,
    }
}

/// The player's memberships.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct QueryVipReply {
    /// One entry for each kind that was asked for. An absent list, `null` and `""` are read as no entries, which tells
    /// nothing of the player's memberships.
    #[msdk(alias = "list", default)]
    pub lists: Vec<Membership>,
}

/// One membership of the player.
///
/// The platform fills in every value for every kind, also where it means nothing; a method is `None` there. An entry
/// without its kind is malformed; any other value that is left out is 0 or no.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    flag: MembershipKind,
    #[msdk(default)]
    isvip: bool,
    #[msdk(default)]
    year: bool,
    #[msdk(default)]
    level: u32,
    #[msdk(default)]
    luxury: bool,
}

impl Membership {
    /// Returns the kind of membership.
    pub const fn kind(&self) -> MembershipKind {
        self.flag
    }

    /// Whether the player has it; not known of the QQ level, which everybody has.
    pub fn is_vip(&self) -> Option<bool> {
        self.unless(&[MembershipKind::QqLevel], self.isvip)
    }

    /// Returns the level; not known of super membership, anime membership and the yellow diamond.
    pub fn level(&self) -> Option<u32> {
        self.unless(&[MembershipKind::Super, MembershipKind::Anime, MembershipKind::Yellow], self.level)
    }

    /// Whether it is paid by the year; known of QQ membership, the blue and the yellow diamond, and of kinds that are new.
    pub fn is_yearly(&self) -> Option<bool> {
        self.unless(NOT_YEARLY, self.year)
    }

    /// Whether it is the luxury edition; known of QQ membership and the diamonds, and of kinds that are new.
    pub fn is_luxury(&self) -> Option<bool> {
        self.unless(NOT_LUXURY, self.luxury)
    }

    fn unless<T>(&self, kinds: &[MembershipKind], value: T) -> Option<T> {
        (!kinds.contains(&self.flag)).then_some(value)
    }
}

const NOT_LUXURY: &[MembershipKind] =
    &[MembershipKind::QqLevel, MembershipKind::Super, MembershipKind::Xinyue, MembershipKind::Anime];

const NOT_YEARLY: &[MembershipKind] = &[
    MembershipKind::QqLevel,
    MembershipKind::Red,
    MembershipKind::Super,
    MembershipKind::Xinyue,
    MembershipKind::Anime,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{answer, assert_request, session, violations};

    const CALL: QueryVip = QueryVip { vip: MembershipMask::from_bits(1 + 256) };

    #[test]
    fn is_sent_as_documented() {
        assert_request(
            &session(),
            CALL,
            r#"
                POST http://msdktest.qq.com/profile/query_vip/
                ?timestamp=1381288134&appid=100703379&sig=a40e358132d0e9457e89bf30684b6e6b
                &openid=A3284A812ECA15269F85AE1C2D94EB37&encode=1

                content-type: application/x-www-form-urlencoded

                {"appid":"100703379","openid":"A3284A812ECA15269F85AE1C2D94EB37",
                "accessToken":"933FE8C9AB9C585D7EABD04373B7155F","vip":257}
                "#,
        );
        assert_eq!(violations(QueryVip { vip: MembershipMask::empty() }).len(), 1);
    }

    #[test]
    fn only_what_is_valid_for_a_kind_can_be_read() {
        let known = |flag: u32| {
            let entry = format!(r#"{{"flag":{flag},"isvip":1,"year":1,"level":7,"luxury":1}}"#);
            let reply = answer(CALL, &format!(r#"{{"ret":0,"lists":[{entry}]}}"#)).unwrap();
            let vip = &reply.lists[0];
            (vip.is_vip().is_some(), vip.level().is_some(), vip.is_yearly().is_some(), vip.is_luxury().is_some())
        };
        assert_eq!(known(1), (true, true, true, true));
        assert_eq!(known(2), (false, true, false, false), "only the level counts");
        assert_eq!(known(4), (true, true, true, true));
        assert_eq!(known(8), (true, true, false, true), "there is no year");
        assert_eq!(known(16), (true, false, false, false), "only whether it is there");
        assert_eq!(known(64), (true, true, false, false), "whether it is there, and the level");
        assert_eq!(known(128), (true, false, true, true), "the level is not valid");
        assert_eq!(known(256), (true, false, false, false), "only whether it is there");
        assert_eq!(known(512), (true, true, true, true), "a kind of a later edition");
    }

    #[test]
    fn the_list_has_two_names_and_numbers_may_stand_in_quotes() {
        for name in ["list", "lists"] {
            let body = format!(r#"{{"ret":0,"{name}":[{{"flag":"1","isvip":"1","level":"5"}}]}}"#);
            let reply = answer(CALL, &body).unwrap();
            let [vip] = &reply.lists[..] else { panic!("{reply:?}") };
            assert_eq!((vip.kind(), vip.is_vip(), vip.level()), (MembershipKind::Member, Some(true), Some(5)));
        }
        assert_eq!(answer(CALL, r#"{"ret":0}"#).unwrap().lists, []);
        assert_eq!(answer(CALL, r#"{"ret":0,"lists":[{"isvip":1}]}"#).unwrap_err().path(), Some("lists[0].flag"));
    }
}
