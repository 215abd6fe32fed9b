//! A broken rule of a request.

use std::{borrow::Cow, fmt};

/// A rule that a request breaks, with the field it is about. It never has the text of a field,
/// and of an integer out of its range only where the field is no secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    field: String,
    rule: Cow<'static, str>,
    /// Whether it is about what the player's client brought: the openid and the token of the session.
    of_player: bool,
}

impl Violation {
    pub(crate) fn new(field: impl Into<String>, rule: impl Into<Cow<'static, str>>) -> Self {
        Self { field: field.into(), rule: rule.into(), of_player: false }
    }

    /// Makes one about what the player's client brought.
    pub(crate) fn of_player(field: &'static str, rule: impl Into<Cow<'static, str>>) -> Self {
        Self { of_player: true, ..Self::new(field, rule) }
    }

    pub(crate) const fn is_of_player(&self) -> bool {
        self.of_player
    }

    /// Returns the field by its wire name, with the way to it: `param[3].data`.
    pub fn field(&self) -> &str {
        &self.field
    }

    /// Returns the rule: "must have at most 45 bytes of UTF-8, has 48".
    pub fn rule(&self) -> &str {
        &self.rule
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", self.field, self.rule)
    }
}
