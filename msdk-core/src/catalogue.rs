//! What the codes of the platform mean, and what to do about them.

use std::fmt;

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
}

impl Advice {
    /// Returns what to do, in words that fit every code with this advice.
    pub const fn remedy(self) -> Bilingual {
        match self {
            Self::Retry => Bilingual::new("try again shortly", "稍后重试"),
            Self::LogInAgain => Bilingual::new("have the player log in again", "让玩家重新登录"),
            Self::RefreshToken => Bilingual::new("refresh the access token", "刷新登录票据"),
            Self::FixRequest => {
                Bilingual::new("correct the request or the settings before sending again", "修正请求或配置后再发送")
            }
            Self::SlowDown => Bilingual::new("wait, then call less often", "稍候并降低调用频率"),
            Self::Ignore => Bilingual::new("carry on; nothing is broken", "无需处理"),
            Self::AskSupport => Bilingual::new("ask the platform's support", "联系平台支持人员"),
        }
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
}

/// In English.
impl fmt::Display for Bilingual {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.en)
    }
}

/// One code of a catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Code {
    /// The number; none for the row that stands for every other code of its table.
    pub code: Option<i64>,
    /// Where it comes from.
    pub layer: Layer,
    /// What to do about it.
    pub advice: Advice,
    /// What it says.
    pub meaning: Bilingual,
    /// What to do about it, in words.
    pub remedy: Bilingual,
}

impl Code {
    /// Makes a row of an endpoint's own table, with the same text in both languages.
    pub const fn declared(code: i64, advice: Advice, meaning: &'static str, remedy: &'static str) -> Self {
        Self {
            code: Some(code),
            layer: Layer::Declared,
            advice,
            meaning: Bilingual::new(meaning, meaning),
            remedy: Bilingual::new(remedy, remedy),
        }
    }
}
