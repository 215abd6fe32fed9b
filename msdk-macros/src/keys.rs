//! Every word of the attributes, spelled once.

use std::fmt;

/// Which attribute an item carries.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Endpoint,
    Object,
    Reply,
}

impl Kind {
    /// The attribute's name, which is also the word that carries its arguments to the derive.
    pub(crate) const fn attribute(self) -> &'static str {
        match self {
            Self::Endpoint => "msdk_endpoint",
            Self::Object => "msdk_object",
            Self::Reply => "msdk_reply",
        }
    }

    /// The words that the attribute itself takes.
    pub(crate) const fn item_words(self) -> &'static [&'static str] {
        match self {
            Self::Endpoint => &[
                PATH, METHOD, REPLY, APPID, APPID_ALSO, OPENID, TOKEN, TOKEN_ALSO, FIXED, IDEMPOTENT, TIMEOUT, OPUA,
                UNRELEASED, CHECK, CRATE,
            ],
            Self::Object => &[CHECK, CRATE],
            Self::Reply => &[CRATE],
        }
    }

    /// The words that `#[msdk(...)]` takes on a field.
    pub(crate) const fn field_words(self) -> &'static [&'static str] {
        match self {
            Self::Endpoint | Self::Object => &[NAME, BYTES, ITEMS, RANGE, FLATTEN],
            Self::Reply => &[NAME, DEFAULT, FLATTEN],
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`#[{}]`", self.attribute())
    }
}

pub(crate) const PATH: &str = "path";
pub(crate) const METHOD: &str = "method";
pub(crate) const REPLY: &str = "reply";
pub(crate) const APPID: &str = "appid";
pub(crate) const APPID_ALSO: &str = "appid_also";
pub(crate) const OPENID: &str = "openid";
pub(crate) const TOKEN: &str = "token";
pub(crate) const TOKEN_ALSO: &str = "token_also";
pub(crate) const FIXED: &str = "fixed";
pub(crate) const IDEMPOTENT: &str = "idempotent";
pub(crate) const TIMEOUT: &str = "timeout";
pub(crate) const OPUA: &str = "opua";
pub(crate) const UNRELEASED: &str = "unreleased";
pub(crate) const CHECK: &str = "check";
pub(crate) const CRATE: &str = "crate";

pub(crate) const NAME: &str = "name";
pub(crate) const BYTES: &str = "bytes";
pub(crate) const ITEMS: &str = "items";
pub(crate) const RANGE: &str = "range";
pub(crate) const FLATTEN: &str = "flatten";
pub(crate) const DEFAULT: &str = "default";

/// The word for a part that an interface does not have, as in `token = none`.
pub(crate) const NONE: &str = "none";
pub(crate) const INT: &str = "int";
pub(crate) const STRING: &str = "string";

/// The wire names of the player's token, the commonest first; a field of such a name takes the token's place.
pub(crate) const TOKEN_NAMES: &[&str] = &["accessToken", "openkey", "access_token"];
/// The wire names of the app id, likewise.
pub(crate) const APPID_NAMES: &[&str] = &["appid", "oauth_consumer_key"];
/// The wire name of the player's openid.
pub(crate) const OPENID_NAME: &str = "openid";
/// What belongs to the envelope of every answer, so that no reply may declare it.
pub(crate) const ENVELOPE_NAMES: &[&str] = &["ret", "msg"];
