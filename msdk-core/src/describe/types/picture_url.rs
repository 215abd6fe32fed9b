//! Pictures of players.

use crate::{
    decode::{Decode, in_place},
    describe::Shape,
};

/// The address of a picture that comes in several sizes, whose size has yet to be appended.
///
/// The platform leaves the size out of some of its addresses, with or without a slash at their end.
///
/// ```
/// # extern crate msdk_core as msdk;
/// let picture = msdk::PictureUrl::new("http://q.qlogo.cn/qqapp/100703379/69FF99F3/");
/// assert_eq!(picture.size(100), "http://q.qlogo.cn/qqapp/100703379/69FF99F3/100");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct PictureUrl(String);

impl PictureUrl {
    /// Takes an address over as the platform gave it.
    pub fn new(url: impl Into<String>) -> Self {
        Self(url.into())
    }

    /// Returns the address as the platform gave it, which shows no picture.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the address of the picture with `pixels` on a side, joined with exactly one slash. Which sizes there
    /// are is said at the field.
    pub fn size(&self, pixels: u32) -> String {
        format!("{}/{pixels}", self.0.trim_end_matches('/'))
    }
}

impl From<String> for PictureUrl {
    fn from(url: String) -> Self {
        Self::new(url)
    }
}

#[diagnostic::do_not_recommend]
impl Decode for PictureUrl {
    const SHAPE: Shape = Shape::Text;

    in_place!(reader => reader.text().map(Self::new));
}
