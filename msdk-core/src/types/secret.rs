//! What must not be printed.

use std::fmt;

use zeroize::Zeroizing;

use crate::{Decode, DecodeError, Encode, Encoder, Json, Measure, Shape, Text};

/// A text that is never printed and is overwritten when it is dropped: an app key, a token, a signature.
///
/// So is the body of a request that it is sent in. The URL that a signature is sent in is not, nor is the answer that it was
/// read from.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes a text over.
    pub fn new(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    /// Returns the text, for sending or signing; do not print it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Encode for Secret {
    const SHAPE: Shape = Shape::Text;
    const SECRET: bool = true;

    fn encode(&self, out: &mut Encoder<'_>) {
        out.text(self.expose());
    }

    fn measure(&self) -> Measure<'_> {
        Measure::Text(self.expose())
    }
}

impl Text for Secret {}

impl Decode for Secret {
    const SHAPE: Shape = Shape::Text;

    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        json.text().map(Self::new)
    }
}
