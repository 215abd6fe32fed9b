//! What the codes of the platform mean, and what to do about them.

mod access;
mod err_type;
mod game_center;
mod gift;
mod group;
mod logic;
mod lookup;
#[expect(clippy::unreadable_literal, reason = "codes are written as answers have them, to be found")]
mod mobile_qq;
mod numbers;
mod oidb;
mod remedies;
#[expect(clippy::unreadable_literal, reason = "codes are written as answers have them, to be found")]
mod share;
#[cfg(test)]
mod tests;
mod wechat;

use std::fmt;

use crate::error::Turn;

pub(crate) use self::lookup::{Diagnosis, diagnose, surely_not_acted};
pub(crate) use self::numbers::platform_code;
use self::remedies::usual_remedy;

/// What to do about a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Advice {
    /// Try once more, if repeating the call does no harm; then ask the platform's support.
    Retry,
    /// Have the player log in again: the token is void, or the player has to agree to something.
    LogInAgain,
    /// Refresh the access token (WeChat only; mobile QQ has no refresh token).
    RefreshToken,
    /// Mend the request or the settings; repeating it as it is changes nothing.
    FixRequest,
    /// Call less often, and not again right now.
    SlowDown,
    /// Nothing is broken; the answer is a state of the player's to be shown or passed over.
    Ignore,
    /// Ask the platform's support.
    AskSupport,
    /// Find out whether it was done before repeating it: the platform may have acted, and doing it twice would do harm. It
    /// is no code's advice but an error's, see [`Error::advice`](crate::error::Error::advice).
    Verify,
}

impl Advice {
    /// Returns what to do in a few words, such as "log in again".
    #[must_use]
    pub const fn in_words(self) -> Bilingual {
        match self {
            Self::Retry => Bilingual::new("retry", "重试"),
            Self::LogInAgain => Bilingual::new("log in again", "重新登录"),
            Self::RefreshToken => Bilingual::new("refresh the token", "刷新票据"),
            Self::FixRequest => Bilingual::new("fix the request", "修正请求"),
            Self::SlowDown => Bilingual::new("slow down", "降低频率"),
            Self::Ignore => Bilingual::new("ignore", "忽略"),
            Self::AskSupport => Bilingual::new("ask support", "联系平台支持"),
            Self::Verify => Bilingual::new("verify", "先核实结果"),
        }
    }

    /// Returns what to do in words, for codes that say nothing better.
    #[must_use]
    pub const fn remedy(self) -> Bilingual {
        usual_remedy(self)
    }

    /// Whose turn it is, and whether the platform acted, for a code that says no more than its advice.
    const fn usual_turn(self) -> (Turn, Acted) {
        match self {
            Self::LogInAgain | Self::RefreshToken => (Turn::Player, Acted::No),
            Self::FixRequest | Self::SlowDown => (Turn::Caller, Acted::No),
            Self::Ignore => (Turn::Nobody, Acted::No),
            Self::Retry | Self::AskSupport | Self::Verify => (Turn::Platform, Acted::Maybe),
        }
    }
}

/// In a few words of English, such as "log in again".
impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.in_words().en)
    }
}

/// The part of the platform that a code comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Layer {
    /// The access layer, which checks the HTTP request and its signature.
    Access,
    /// MSDK's own logic.
    Logic,
    /// The platform of mobile QQ.
    MobileQq,
    /// The service for QQ groups.
    QqGroup,
    /// The service that delivers shared messages.
    Share,
    /// The game centre, which keeps scores.
    GameCenter,
    /// The service for gift packs.
    Gift,
    /// The service for treasure chests.
    Chest,
    /// The platform of WeChat.
    WeChat,
    /// OIDB, the backend of QQ numbers and their relations.
    Oidb,
    /// The platform's classes of failure, which answers have as `err_type`.
    ErrType,
    /// A code of a table that an endpoint's declaration brought.
    Declared,
}

/// A text in the two languages of the platform's users.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Bilingual {
    /// In English.
    pub en: &'static str,
    /// In Chinese.
    pub zh: &'static str,
}

impl Bilingual {
    /// Makes a text from its two versions.
    pub const fn new(en: &'static str, zh: &'static str) -> Self {
        Self { en, zh }
    }

    const fn with_zh(self, zh: &'static str) -> Self {
        if zh.is_empty() { self } else { Self { zh, ..self } }
    }
}

/// In English.
impl fmt::Display for Bilingual {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.en)
    }
}

/// Whether the platform did what it was asked, as far as a code tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Acted {
    /// It did not: the code is a verdict, which comes before anything is done.
    No,
    /// Unknown: the code tells of a fault or a time-out at the service that acts.
    Maybe,
    /// It did not, since it had been done before: what was asked for is there.
    Done,
}

/// One code of a catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Code {
    /// The number; none for the row that stands for every other code of its table.
    ///
    /// Where a meaning names a range, it is the end of that range next to zero.
    pub code: Option<i64>,
    /// Where it comes from.
    pub layer: Layer,
    /// What to do about it.
    pub advice: Advice,
    /// What the vendor's tables say to do about it. They often say to try again where a verdict stays what it is.
    pub vendor_advice: Advice,
    /// Whose turn it is.
    pub turn: Turn,
    /// Whether the platform did what it was asked.
    pub acted: Acted,
    /// What it says.
    pub meaning: Bilingual,
    /// What to do about it, in words.
    pub remedy: Bilingual,
}

impl Code {
    /// Makes a code of an endpoint's own, whose texts are the same in both languages.
    ///
    /// With an empty `remedy` it has the usual one of its advice.
    #[must_use]
    pub const fn declared(code: i64, advice: Advice, meaning: &'static str, remedy: &'static str) -> Self {
        let remedy = if remedy.is_empty() { usual_remedy(advice) } else { Bilingual::new(remedy, remedy) };
        let (turn, acted) = advice.usual_turn();
        let meaning = Bilingual::new(meaning, meaning);
        Self { code: Some(code), layer: Layer::Declared, advice, vendor_advice: advice, turn, acted, meaning, remedy }
    }

    /// Sets the Chinese texts; an empty one leaves what is there.
    #[must_use]
    pub const fn zh(self, meaning: &'static str, remedy: &'static str) -> Self {
        Self { meaning: self.meaning.with_zh(meaning), remedy: self.remedy.with_zh(remedy), ..self }
    }
}

/// One of the tables that the platform's codes are looked up in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct CodeTable {
    /// What it is about, such as `QQ groups`.
    pub name: &'static str,
    /// The path of the one endpoint that it is for, without the slash at the end.
    pub endpoint: Option<&'static str>,
    /// Its rows.
    pub codes: &'static [Code],
}

/// Returns every code of the platform that is known, by table.
///
/// ```
/// # use msdk_core as msdk;
/// let denied = msdk::catalogue::tables().iter().flat_map(|table| table.codes).find(|code| code.code == Some(-502));
/// assert_eq!(denied.map(|code| code.advice), Some(msdk::Advice::FixRequest));
/// ```
#[must_use]
pub const fn tables() -> &'static [CodeTable] {
    TABLES
}

const fn shared(name: &'static str, codes: &'static [Code]) -> CodeTable {
    CodeTable { name, endpoint: None, codes }
}

const fn scoped(name: &'static str, endpoint: &'static str, codes: &'static [Code]) -> CodeTable {
    CodeTable { name, endpoint: Some(endpoint), codes }
}

// The tables of one endpoint are tried in this order. For `get_group_detail` later editions of the documentation have
// the table of another endpoint, so its first one is believed, and the later one explains what the first lacks.
static TABLES: &[CodeTable] = &[
    shared("access layer", access::ACCESS),
    shared("logic layer", logic::LOGIC),
    shared("logic layer, by range", logic::RANGES),
    shared("client library, older list", logic::LEGACY),
    shared("mobile QQ", mobile_qq::MOBILE_QQ),
    shared("QQ Connect", mobile_qq::QQ_CONNECT),
    scoped("QQ groups", "/relation/get_groupopenid", group::GROUP_OPEN_ID),
    scoped("QQ groups, later", "/relation/get_groupinfo", group::GROUP_DETAIL),
    scoped("QQ groups", "/relation/get_group_detail", group::GROUP_DETAIL),
    scoped("QQ groups, later", "/relation/get_group_detail", group::GROUP_OPEN_ID),
    scoped("QQ groups", "/relation/unbind_group", group::UNBIND_GROUP),
    scoped("shared messages", "/share/qq", share::SHARE_QQ),
    scoped("shares to Qzone", "/share/qzone", share::SHARE_QZONE),
    scoped("game centre", "/profile/qqscore_batch", game_center::SCORES),
    scoped("blue-diamond gifts", "/profile/get_gift", gift::GIFT),
    scoped("chests", "/relation/qq_gain_chest", group::CHEST),
    shared("WeChat", wechat::WECHAT),
    shared("WeChat groups", wechat::WECHAT_GROUP),
    shared("OIDB", oidb::OIDB),
    shared("OIDB, command 0x73a", oidb::OIDB_0X73A),
    shared("OIDB, command 0x711", oidb::OIDB_0X711),
    shared("err_type", err_type::ERR_TYPE),
];

/// Makes a table of one layer in a child of this module. A row is a code, what to do, in parentheses what the vendor says
/// to do if that is something else, whose turn it is, whether the platform acted, and the texts; `*` is the row that
/// stands for every other code.
macro_rules! codes {
    (
        $layer:ident
        $(
            $code:literal $advice:ident $(($vendor:ident))? $turn:ident $acted:ident $en:literal $zh:literal
                $remedy:expr;
        )*
        $(
            * $other:ident $(($other_vendor:ident))? $other_turn:ident $other_acted:ident $other_en:literal
                $other_zh:literal $other_remedy:expr;
        )?
    ) => {
        &[
            $(super::codes!(
                @row $layer Some($code), $advice $($vendor)?, $turn $acted $en $zh $remedy
            ),)*
            $(super::codes!(
                @row $layer None, $other $($other_vendor)?, $other_turn $other_acted $other_en $other_zh $other_remedy
            ),)?
        ]
    };
    (
        @row $layer:ident $code:expr, $advice:ident $($vendor:ident)?, $turn:ident $acted:ident
            $en:literal $zh:literal $remedy:expr
    ) => {
        super::Code {
            code: $code,
            layer: super::Layer::$layer,
            advice: super::Advice::$advice,
            vendor_advice: super::codes!(@vendor $advice $($vendor)?),
            turn: crate::error::Turn::$turn,
            acted: super::Acted::$acted,
            meaning: super::Bilingual::new($en, $zh),
            remedy: $remedy,
        }
    };
    (@vendor $advice:ident) => { super::Advice::$advice };
    (@vendor $advice:ident $vendor:ident) => { super::Advice::$vendor };
}
use codes;
