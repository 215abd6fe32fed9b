//! What the platform says of a player's gender.

use msdk::{
    declare::{Decode, DecodeError, Json},
    metadata::Shape,
};

/// A player's gender, which some endpoints give as a Chinese word and others as a code.
///
/// Mobile QQ says male where it does not know, WeChat says `0`, which is an [`Other`](Self::Other).
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(from = "String", into = "String"))]
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

#[diagnostic::do_not_recommend]
impl Decode for Gender {
    const SHAPE: Shape = Shape::Text;

    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let text = json.text()?;
        // Lists have many of them, none of which needs a text of its own.
        Ok(Self::known(&text).unwrap_or_else(|| Self::Other(text.into_owned())))
    }
}

impl Gender {
    fn known(text: &str) -> Option<Self> {
        match text {
            "男" | "1" => Some(Self::Male),
            "女" | "2" => Some(Self::Female),
            _ => None,
        }
    }
}

/// Reads the word or the code.
impl From<String> for Gender {
    fn from(text: String) -> Self {
        Self::known(&text).unwrap_or(Self::Other(text))
    }
}

/// Writes the word.
impl From<Gender> for String {
    fn from(gender: Gender) -> Self {
        match gender {
            Gender::Male => "男".to_owned(),
            Gender::Female => "女".to_owned(),
            Gender::Other(other) => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{qq::relation::Qqprofile, testing::answer};

    #[test]
    fn words_and_codes_are_known_and_others_kept() {
        let cases = [
            (r#","gender":"男""#, Gender::Male),
            (r#","gender":"1""#, Gender::Male),
            (r#","gender":1"#, Gender::Male),
            (r#","gender":"女""#, Gender::Female),
            (r#","gender":"2""#, Gender::Female),
            (r#","gender":"保密""#, Gender::Other("保密".into())),
            (r#","gender":0"#, Gender::Other("0".into())),
            (r#","gender":"""#, Gender::Other(String::new())),
            (r#","gender":null"#, Gender::Other(String::new())),
            ("", Gender::Other(String::new())),
        ];
        for (field, expected) in cases {
            let reply = answer(Qqprofile, &format!(r#"{{"ret":0{field}}}"#)).unwrap();
            assert_eq!(reply.gender, expected, "{field}");
        }
    }
}
