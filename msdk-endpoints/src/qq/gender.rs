//! What the platform says of a player's gender.

use msdk::{Decode, DecodeError, Json, Shape};

/// A player's gender, which some interfaces give as a Chinese word and others as a code.
///
/// The platform says male where it does not know.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Gender {
    /// `男` or `1`.
    Male,
    /// `女` or `2`.
    Female,
    /// Any other text; empty in a degraded answer.
    Other(String),
}

impl Default for Gender {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

impl Decode for Gender {
    const SHAPE: Shape = Shape::Text;

    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        Ok(match &*json.text()? {
            "男" | "1" => Self::Male,
            "女" | "2" => Self::Female,
            other => Self::Other(other.to_owned()),
        })
    }
}
