//! Memberships.

use msdk::UnixTime;
pub use msdk_endpoints::qq::profile::VipKind;
use serde::{Deserialize, Serialize};

/// A membership that a player holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Vip {
    /// The level.
    pub level: i64,
    /// The term.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub term: Option<Term>,
    /// The term of the yearly membership, for a yearly member.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub yearly: Option<Term>,
    /// Whether it is the luxury edition.
    pub luxury: bool,
}

/// From when to when a membership was paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Term {
    /// The latest payment.
    #[cfg_attr(feature = "schema", schemars(with = "i64"))]
    pub start: UnixTime,
    /// The end.
    #[cfg_attr(feature = "schema", schemars(with = "i64"))]
    pub end: UnixTime,
}
