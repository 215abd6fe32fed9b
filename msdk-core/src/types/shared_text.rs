//! Texts that share the memory of the answer that they came in.

use std::{borrow::Borrow, cmp::Ordering, fmt, ops::Deref};

use bytestring::ByteString;

use crate::{
    Decode, Encode, Encoder, Measure, Shape, Text,
    decode::{Reader, in_place},
};

/// A text that is a part of the answer it was read from, and is not copied out of it.
///
/// In a reply it stands for the same JSON as a `String`. Reading a long list costs about a third less with it, and cloning
/// it copies nothing. In return each such text keeps the whole answer in memory: for a reply that is looked at and dropped
/// that is nothing, but for a nickname that is kept for hours use a `String`.
///
/// ```
/// # extern crate msdk_core as msdk;
/// use msdk::{SharedText, msdk_reply};
///
/// #[msdk_reply]
/// struct Profile {
///     /// The nickname.
///     #[msdk(rename = "nickName")]
///     nick_name: SharedText,
/// }
/// ```
#[derive(Clone, Default)]
pub struct SharedText(ByteString);

impl SharedText {
    /// Returns the text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) const fn of(text: ByteString) -> Self {
        Self(text)
    }
}

impl Deref for SharedText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for SharedText {
    fn as_ref(&self) -> &str {
        self
    }
}

impl Borrow<str> for SharedText {
    fn borrow(&self) -> &str {
        self
    }
}

impl From<&str> for SharedText {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for SharedText {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<SharedText> for String {
    fn from(text: SharedText) -> Self {
        text.as_str().to_owned()
    }
}

impl PartialEq for SharedText {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for SharedText {}

impl PartialEq<str> for SharedText {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for SharedText {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialOrd for SharedText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for SharedText {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other)
    }
}

impl std::hash::Hash for SharedText {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Debug for SharedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for SharedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

#[diagnostic::do_not_recommend]
impl Encode for SharedText {
    const SHAPE: Shape = Shape::Text;

    fn encode(&self, out: &mut Encoder<'_>) {
        out.text(self);
    }

    fn measure(&self) -> Measure<'_> {
        Measure::Text(self)
    }
}

#[diagnostic::do_not_recommend]
impl Text for SharedText {}

#[diagnostic::do_not_recommend]
impl Decode for SharedText {
    const SHAPE: Shape = Shape::Text;

    in_place!(reader => Reader::shared_text(reader));
}
