//! Pictures of players.

use msdk::{
    declare::{Decode, DecodeError, Json},
    metadata::Shape,
};

/// The address of a player's picture, which comes in several sizes.
///
/// Some endpoints leave the size out of it, and others have put `/0` at its end already.
///
/// ```
/// let picture = msdk_endpoints::wechat::WxPicture::new("http://wx.qlogo.cn/mmopen/ajNVdqHZLLA/0");
/// assert_eq!(picture.size(96), "http://wx.qlogo.cn/mmopen/ajNVdqHZLLA/96");
/// ```
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct WxPicture(String);

impl WxPicture {
    /// The sizes in pixels; 0 is the picture as it was uploaded, 640 × 640 at most.
    pub const SIZES: [u32; 5] = [0, 46, 64, 96, 132];

    /// Takes an address over as the platform gave it.
    pub fn new(url: impl Into<String>) -> Self {
        Self(url.into())
    }

    /// Returns the address as the platform gave it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the address of the picture with `pixels` on a side, one of [`SIZES`](Self::SIZES).
    pub fn size(&self, pixels: u32) -> String {
        let url = self.0.trim_end_matches('/');
        let has_size = |end: &str| Self::SIZES.iter().any(|size| end == size.to_string());
        let base = url.rsplit_once('/').filter(|(_, end)| has_size(end)).map_or(url, |(base, _)| base);
        format!("{base}/{pixels}")
    }
}

#[diagnostic::do_not_recommend]
impl Decode for WxPicture {
    const SHAPE: Shape = Shape::Text;

    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        json.text().map(Self::new)
    }
}

#[cfg(test)]
mod tests {
    use super::WxPicture;

    #[test]
    fn a_size_takes_the_place_of_another() {
        for url in ["http://wx.qlogo.cn/mmopen/a", "http://wx.qlogo.cn/mmopen/a/", "http://wx.qlogo.cn/mmopen/a/0"] {
            assert_eq!(WxPicture::new(url).size(46), "http://wx.qlogo.cn/mmopen/a/46", "{url}");
        }
        assert_eq!(WxPicture::new("http://wx.qlogo.cn/mmopen/10").size(0), "http://wx.qlogo.cn/mmopen/10/0");
    }
}
