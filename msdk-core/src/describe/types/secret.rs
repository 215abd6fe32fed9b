//! What must not be printed.

use std::fmt;

use zeroize::Zeroize as _;

use crate::{
    decode::{Decode, in_place},
    describe::Shape,
    encode::{Encode, Encoder, Measure, TextValue},
};

/// A text that is never printed and is overwritten when it is dropped: an app key, a token, a signature.
///
/// So is the body of a request that it is sent in, with the memory that the body outgrew while it was written, and whether
/// or not it was sent. Left as they are:
///
/// - the URL, which has the signature and, without a body, all fields, where it is written and what the transport and the
///   system make of it;
/// - the answer that a secret was read from;
/// - of a field, a text with characters that JSON escapes, a quotation mark or a line break, while it is unescaped;
/// - texts that are the program's own, such as a field that is a `String`.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Secret(Wiped);

/// A text whose memory is overwritten when it is dropped.
#[derive(Clone, PartialEq, Eq, Default)]
struct Wiped(String);

impl Drop for Wiped {
    fn drop(&mut self) {
        wipe(&mut std::mem::take(&mut self.0).into_bytes());
    }
}

/// Overwrites all the memory that a vector has, at once: `Vec`'s own `zeroize` takes its items one by one.
pub(crate) fn wipe(bytes: &mut Vec<u8>) {
    bytes.clear();
    bytes.spare_capacity_mut().zeroize();
}

impl Secret {
    /// Takes a text over.
    pub fn new(text: impl Into<String>) -> Self {
        Self(Wiped(text.into()))
    }

    /// Returns the text, for sending or signing; do not print it.
    pub fn expose(&self) -> &str {
        &self.0.0
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

#[diagnostic::do_not_recommend]
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

#[diagnostic::do_not_recommend]
impl TextValue for Secret {}

#[diagnostic::do_not_recommend]
impl Decode for Secret {
    const SHAPE: Shape = Shape::Text;
    const SECRET: bool = true;

    in_place!(reader => reader.text().map(Self::new));
}

#[cfg(test)]
mod tests {
    use super::Secret;
    use crate::decode::{Decode, Json};

    #[test]
    fn a_secret_is_what_was_put_in_and_is_not_printed() {
        const { assert!(<Option<Vec<Secret>> as Decode>::SECRET && !<Vec<String> as Decode>::SECRET) }
        let read = Json::document("\"933FE8C9\"").and_then(Secret::decode).unwrap();
        for secret in [read, Secret::from("933FE8C9"), Secret::from("933FE8C9".to_owned())] {
            assert_eq!(secret.expose(), "933FE8C9");
            assert_eq!(format!("{secret:?}"), "Secret(…)");
        }
    }
}
