//! A broken rule of a request.

use std::{borrow::Cow, fmt};

/// A rule that a request breaks, with the field it is about. It never has the text of a field,
/// and of an integer out of its range only where the field is no secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    field: String,
    rule: Cow<'static, str>,
}

impl Violation {
    pub(crate) fn new(field: impl Into<String>, rule: impl Into<Cow<'static, str>>) -> Self {
        Self { field: field.into(), rule: rule.into() }
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
