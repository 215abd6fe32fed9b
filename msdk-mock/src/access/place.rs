//! Where in a body something stands.

use std::fmt;

/// A place in a body, such as `param[1].data`.
///
/// It is a list from the inside out, kept on the stack, so that a body without mistakes costs no text.
#[derive(Clone, Copy)]
pub(super) enum Place<'a> {
    /// The body itself.
    Body,
    Key(&'a Place<'a>, &'a str),
    Item(&'a Place<'a>, usize),
}

impl<'a> Place<'a> {
    pub(super) const fn key(&'a self, name: &'a str) -> Self {
        Self::Key(self, name)
    }

    pub(super) const fn item(&'a self, index: usize) -> Self {
        Self::Item(self, index)
    }

    pub(super) const fn is_body(&self) -> bool {
        matches!(self, Self::Body)
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Body => Ok(()),
            Self::Key(Self::Body, name) => f.write_str(name),
            Self::Key(parent, name) => write!(f, "{parent}.{name}"),
            Self::Item(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}
