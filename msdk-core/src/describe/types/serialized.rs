//! serde's side of the types of values, as they stand in JSON of the program's own: a cache, a file of a test, a log.
//!
//! [`Secret`] can be read, from a file of settings, and not written: what is to be stored of it, `expose` gives.

use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use crate::describe::{CommaList, OpenId, PictureUrl, Secret, SharedText, UnixTime, Whole};

/// Types that are a string.
macro_rules! texts {
    ($($type:ident)+) => {$(
        /// As a string.
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        /// From a string.
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer).map(Self::from)
            }
        }
    )+};
}
texts! { OpenId PictureUrl SharedText }

/// From a string.
impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::new)
    }
}

/// As seconds since 1970.
impl Serialize for UnixTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.as_secs())
    }
}

/// From seconds since 1970.
impl<'de> Deserialize<'de> for UnixTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        i64::deserialize(deserializer).map(Self::from_secs)
    }
}

/// As a list.
impl<T: Serialize> Serialize for CommaList<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.as_slice())
    }
}

/// From a list.
impl<'de, T: Deserialize<'de>> Deserialize<'de> for CommaList<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from)
    }
}

/// As what it says of an answer: that nothing is lost.
impl Serialize for Whole {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bool(false)
    }
}

/// From what was written.
impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        bool::deserialize(deserializer).map(|_| Self)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{from_str, to_string};

    use super::*;

    #[test]
    fn values_come_back_as_they_went() {
        let openid: OpenId = from_str(r#""A328""#).unwrap();
        assert_eq!((openid.to_string(), to_string(&openid).unwrap()), ("A328".to_owned(), r#""A328""#.to_owned()));
        let picture = PictureUrl::new("http://a/");
        assert_eq!(from_str::<PictureUrl>(&to_string(&picture).unwrap()).unwrap(), picture);
        let text: SharedText = from_str(r#""游戏""#).unwrap();
        assert_eq!(to_string(&text).unwrap(), r#""游戏""#);
        assert_eq!(from_str::<UnixTime>("7").unwrap(), UnixTime::from_secs(7));
        assert_eq!(to_string(&UnixTime::from_secs(-1)).unwrap(), "-1");
        let list = CommaList::from(["a".to_owned(), "b".to_owned()]);
        assert_eq!(to_string(&list).unwrap(), r#"["a","b"]"#);
        assert_eq!(from_str::<CommaList<String>>(r#"["a","b"]"#).unwrap(), list);
        assert_eq!((to_string(&Whole).unwrap().as_str(), from_str::<Whole>("false").unwrap()), ("false", Whole));
        assert_eq!(from_str::<Secret>(r#""key""#).unwrap().expose(), "key");
    }
}
