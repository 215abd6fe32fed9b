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
    /// Find out whether it was done before repeating it: the platform may have acted, and doing it twice would do harm.
    Verify,
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

// Stubs until the tables are here.

pub(crate) struct Diagnosis {
    pub(crate) code: Option<&'static Code>,
    pub(crate) layer: Layer,
    pub(crate) advice: Advice,
}
impl Diagnosis {
    pub(crate) fn of(_: &'static crate::Metadata, _: &crate::envelope::Envelope) -> Self {
        Self { code: None, layer: Layer::Access, advice: Advice::AskSupport }
    }
    pub(crate) fn meaning(&self) -> Option<Bilingual> {
        self.code.map(|code| code.meaning)
    }
    pub(crate) fn remedy(&self) -> Bilingual {
        self.code.map_or(self.advice.remedy(), |code| code.remedy)
    }
}
impl Advice {
    /// x.
    pub const fn remedy(self) -> Bilingual {
        Bilingual::new("x", "x")
    }
}
impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("advice")
    }
}
pub(crate) fn surely_not_acted(ret: i64) -> bool {
    ret == -502
}
