//! Memberships.

use msdk::UnixTime;
pub use msdk_endpoints::qq::profile::VipKind;

/// A membership that a player holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Vip {
    /// The level.
    pub level: i64,
    /// The term.
    pub term: Option<Term>,
    /// The term of the yearly membership, for a yearly member.
    pub yearly: Option<Term>,
    /// Whether it is the luxury edition.
    pub luxury: bool,
}

/// From when to when a membership was paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The latest payment.
    pub start: UnixTime,
    /// The end.
    pub end: UnixTime,
}
