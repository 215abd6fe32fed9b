//! Who has to act after a failure.

use std::fmt;

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
    /// Whose turn it is, in a sentence.
    pub(crate) const fn in_words(self) -> &'static str {
        match self {
            Self::Player => "the player's turn",
            Self::Caller => "the calling program's turn",
            Self::Registration => "the turn of whoever manages the app's registration",
            Self::Platform => "the platform's turn",
            Self::Network => "the network's turn",
            Self::Machine => "this machine's turn",
            Self::Nobody => "nobody has to act",
        }
    }
}

/// The name, as [`as_str`](Turn::as_str) gives it.
impl fmt::Display for Turn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
