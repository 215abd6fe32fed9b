//! Texts that share the memory of the answer that they came in.

use std::{borrow::Borrow, fmt, ops::Deref};

use bytes::Bytes;

use crate::{
    decode::{Decode, Reader, in_place},
    describe::Shape,
    encode::{Encode, Encoder, Measure, TextValue},
};

/// A text that is a part of the answer it was read from, and is not copied out of it.
///
/// In a reply it stands for the same JSON as a `String`, and neither reading nor cloning it allocates. In return each such
/// text keeps the whole answer in memory, and is checked to be UTF-8 again whenever it is looked at: for a reply that is
/// looked at once and dropped that is little, but for a nickname that is kept for hours use a `String`.
///
/// ```
/// # extern crate msdk_core as msdk;
/// use msdk::{declare::SharedText, msdk_reply};
///
/// #[msdk_reply]
/// struct Profile {
///     /// The nickname.
///     #[msdk(name = "nickName")]
///     nick_name: SharedText,
/// }
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct SharedText(Bytes);

impl SharedText {
    /// Returns the text.
    pub fn as_str(&self) -> &str {
        // It was made from text.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Shares the bytes that a text is in.
    pub(crate) fn within(body: &Bytes, text: &str) -> Self {
        Self(body.slice_ref(text.as_bytes()))
    }
}

impl Deref for SharedText {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
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
        Self(Bytes::copy_from_slice(text.as_bytes()))
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
impl TextValue for SharedText {}

#[diagnostic::do_not_recommend]
impl Decode for SharedText {
    const SHAPE: Shape = Shape::Text;

    in_place!(reader => Reader::shared_text(reader));
}
