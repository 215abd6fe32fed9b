//! Names of kinds, advice and the like, by which they stand in settings, logs and JSON, and back.

use std::{fmt, str::FromStr};

use serde_core::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::{
    client::{Environment, Platform},
    error::{Advice, ErrorKind, Layer, Turn},
};

/// A text that is the name of nothing of this kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownName {
    kind: &'static str,
    known: &'static [&'static str],
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not the name of {}; there are {}", self.kind, self.known.join(", "))
    }
}

impl std::error::Error for UnknownName {}

/// Gives each value a name: `FromStr`, and serde's traits as a string.
macro_rules! named {
    ($($type:ident, $kind:literal: $($variant:ident $name:literal)+;)+) => {$(
        impl $type {
            /// Every value, in the order in which they are declared.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            const NAMES: &'static [&'static str] = &[$($name),+];

            /// Returns a name for settings, metrics and logs, which does not change.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }
        }

        /// Reads the name that [`as_str`](Self::as_str) gives.
        impl FromStr for $type {
            type Err = UnknownName;

            fn from_str(name: &str) -> Result<Self, UnknownName> {
                let found = Self::ALL.iter().find(|value| value.as_str() == name);
                found.copied().ok_or(UnknownName { kind: $kind, known: Self::NAMES })
            }
        }

        /// As the name.
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        /// From the name.
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
            }
        }
    )+};
}

named! {
    Advice, "an advice":
        Retry "retry" LogInAgain "log_in_again" RefreshToken "refresh_token" FixRequest "fix_request"
        SlowDown "slow_down" Ignore "ignore" AskSupport "ask_support" Verify "verify";
    Environment, "an environment":
        Test "test" Production "production" Idc "idc" IdcTest "idc_test" V3Android "v3_android" V3Ios "v3_ios"
        V3AndroidTest "v3_android_test" V3IosTest "v3_ios_test";
    ErrorKind, "a kind of error":
        Config "config" InvalidRequest "invalid_request" Paced "paced" Overloaded "overloaded" OutOfTime "out_of_time"
        CircuitOpen "circuit_open" Dns "dns" NotSent "not_sent" Tls "tls" Proxy "proxy" Machine "machine"
        Transport "transport" TooLarge "too_large" HttpStatus "http_status" MalformedAnswer "malformed_answer"
        MismatchedAnswer "mismatched_answer" Refused "refused";
    Layer, "a layer":
        Access "access" Logic "logic" MobileQq "mobile_qq" QqGroup "qq_group" Share "share" GameCenter "game_center"
        Gift "gift" Chest "chest" WeChat "wechat" Oidb "oidb" ErrType "err_type" Declared "declared";
    Platform, "a platform": Qq "qq" WeChat "wechat" Guest "guest";
    Turn, "a turn":
        Player "player" Caller "caller" Registration "registration" Platform "platform" Network "network"
        Machine "machine" Nobody "nobody";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back() {
        fn check<T: FromStr<Err = UnknownName> + Copy + fmt::Debug + PartialEq>(
            all: &[T],
            name: fn(T) -> &'static str,
        ) {
            for value in all {
                assert_eq!(name(*value).parse::<T>(), Ok(*value));
            }
            assert!("".parse::<T>().is_err());
        }
        check(Advice::ALL, Advice::as_str);
        check(Environment::ALL, Environment::as_str);
        check(ErrorKind::ALL, ErrorKind::as_str);
        check(Layer::ALL, Layer::as_str);
        check(Platform::ALL, Platform::as_str);
        check(Turn::ALL, Turn::as_str);
        let error = "Production".parse::<Environment>().unwrap_err().to_string();
        assert!(error.starts_with("not the name of an environment; there are test, production, idc, "), "{error}");
    }

    #[test]
    fn a_name_is_its_json() {
        assert_eq!(serde_json::to_string(&Advice::LogInAgain).unwrap(), r#""log_in_again""#);
        assert_eq!(serde_json::from_str::<ErrorKind>(r#""refused""#).unwrap(), ErrorKind::Refused);
        assert!(serde_json::from_str::<Turn>(r#""Player""#).is_err());
    }
}
