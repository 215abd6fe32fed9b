//! Who has to act after a failure.

use std::fmt;

use super::Bilingual;

/// Whose turn it is after a failure: who can change that it happens again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Turn {
    /// The player, who has to log in again, agree to something, or pick somebody else. It is no alarm: every game has
    /// such players at any time.
    Player,
    /// Whoever wrote the calling program: its code, its settings, or what it passes on unchecked.
    Caller,
    /// Whoever looks after the app at the platform: its registration, review, keys, grants and allowed addresses.
    Registration,
    /// The platform, whose support may have to be asked.
    Platform,
    /// Whoever looks after the network between this machine and the platform: names, routes, proxies, certificates.
    Network,
    /// Whoever looks after this machine: its limits and its load.
    Machine,
    /// Nobody: nothing is broken, and the answer is a state to be shown or passed over, such as "not a friend" or "no group
    /// is bound". It is no alarm.
    Nobody,
}

impl Turn {
    /// Returns whose turn it is in words, such as "the player's turn".
    #[must_use]
    pub const fn in_words(self) -> Bilingual {
        match self {
            Self::Player => Bilingual::new("the player's turn", "需玩家处理"),
            Self::Caller => Bilingual::new("the calling program's turn", "需调用方修正"),
            Self::Registration => {
                Bilingual::new("the turn of whoever manages the app's registration", "需应用管理员处理")
            }
            Self::Platform => Bilingual::new("the platform's turn", "属平台侧"),
            Self::Network => Bilingual::new("the network's turn", "属网络侧"),
            Self::Machine => Bilingual::new("this machine's turn", "属本机"),
            Self::Nobody => Bilingual::new("nobody has to act", "无需处理"),
        }
    }
}

/// The name, as [`as_str`](Turn::as_str) gives it.
impl fmt::Display for Turn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
