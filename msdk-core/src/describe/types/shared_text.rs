//! Texts that share their memory with the others of their answer.

use std::{
    borrow::Borrow,
    cmp::Ordering,
    fmt,
    ops::{Deref, Range},
    sync::Arc,
};

use crate::{
    decode::{Decode, Reader, in_place},
    describe::Shape,
    encode::{Encode, Encoder, Measure, TextValue},
};

/// A text that shares its memory with the other texts of the answer it was read from.
///
/// In a reply it stands for the same JSON as a `String`. For the first text of an answer all of the answer is copied, and
/// the others are parts of that copy, unless they have escapes; cloning one allocates nothing. In return each keeps the whole
/// copy in memory: for a nickname that is kept for hours use a `String`.
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
#[derive(Clone)]
pub struct SharedText {
    answer: Arc<str>,
    /// Where the text is in the answer.
    range: Range<usize>,
}

impl SharedText {
    /// Returns the text.
    pub fn as_str(&self) -> &str {
        self.answer.get(self.range.clone()).unwrap_or_default()
    }

    /// Makes a text of a part of an answer.
    pub(crate) const fn within(answer: Arc<str>, range: Range<usize>) -> Self {
        Self { answer, range }
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
        Self { answer: text.into(), range: 0..text.len() }
    }
}

impl From<String> for SharedText {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<SharedText> for String {
    fn from(text: SharedText) -> Self {
        text.as_str().to_owned()
    }
}

impl Default for SharedText {
    fn default() -> Self {
        // Allocates nothing.
        Self { answer: Arc::default(), range: 0..0 }
    }
}

impl PartialEq for SharedText {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for SharedText {}

impl PartialOrd for SharedText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for SharedText {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
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
