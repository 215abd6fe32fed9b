//! What the platform says of a player's gender.

msdk::wire_enum! {
    /// A player's gender, which some endpoints give as a Chinese word and others as a code.
    ///
    /// Mobile QQ says male where it does not know, WeChat says `0`, which is an [`Other`](Self::Other); that of a degraded
    /// answer is empty.
    pub enum Gender: string {
        /// `男` or `1`.
        Male = "男" | "1",
        /// `女` or `2`.
        Female = "女" | "2",
    }
}

impl Default for Gender {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

/// Writes the word.
impl From<Gender> for String {
    fn from(gender: Gender) -> Self {
        gender.code().to_owned()
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
