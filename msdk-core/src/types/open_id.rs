//! Who a player is.

use std::fmt;

use crate::{Decode, DecodeError, Encode, Encoder, Json, Measure, Shape, Text, error::escaped};

/// A player's openid, which is the player's name within one app.
///
/// On the wire it is a string, for mobile QQ of 32 hexadecimal digits; a guest's starts with `G_`. One that is empty or
/// has control characters is refused before anything is sent. `Debug` shortens it.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OpenId(Box<str>);

impl OpenId {
    /// Makes an openid from its text.
    pub fn new(text: impl Into<Box<str>>) -> Self {
        Self(text.into())
    }

    /// Returns the text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it has the form of mobile QQ, 32 hexadecimal digits.
    pub fn is_mobile_qq(&self) -> bool {
        self.0.len() == 32 && self.0.bytes().all(|byte| byte.is_ascii_hexdigit())
    }

    /// Whether it is a guest's.
    pub fn is_guest(&self) -> bool {
        self.0.starts_with(GUEST_PREFIX)
    }

    /// The rule that a text breaks as an openid, if any.
    pub(crate) fn problem(&self) -> Option<&'static str> {
        if self.0.is_empty() || &*self.0 == GUEST_PREFIX {
            Some("must not be empty")
        } else if self.0.chars().any(char::is_control) {
            Some("must not have control characters")
        } else {
            None
        }
    }
}

/// What a guest's app id and openid start with.
pub(crate) const GUEST_PREFIX: &str = "G_";

impl From<&str> for OpenId {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for OpenId {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl AsRef<str> for OpenId {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for OpenId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head: String = self.0.chars().take(4).collect();
        let shortened = if self.0.chars().nth(4).is_some() { "…" } else { "" };
        write!(f, "OpenId({}{shortened})", escaped(&head))
    }
}

impl Encode for OpenId {
    const SHAPE: Shape = Shape::Text;

    fn encode(&self, out: &mut Encoder<'_>) {
        if let Some(problem) = self.problem() {
            out.reject(problem);
        }
        out.text(&self.0);
    }

    fn measure(&self) -> Measure<'_> {
        Measure::Text(&self.0)
    }
}

impl Text for OpenId {}

impl Decode for OpenId {
    const SHAPE: Shape = Shape::Text;

    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        json.text().map(|text| Self::new(text.into_owned()))
    }
}
