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
    pub(crate) const ALL: [Self; 3] = [Self::Endpoint, Self::Object, Self::Reply];

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
                PATH,
                METHOD,
                REPLY,
                FUNCTION,
                PLATFORM,
                APPID,
                APPID_ALSO,
                OPENID,
                TOKEN,
                TOKEN_ALSO,
                APP_KEY,
                FIXED,
                QUERY,
                HEADER,
                IDEMPOTENT,
                TIMEOUT,
                ATTEMPT_TIMEOUT,
                CODES,
                DONE,
                OPUA,
                UNRELEASED,
                DEPRECATED,
                CODEC,
                CHECK,
                CRATE,
            ],
            Self::Object => &[FIXED, CHECK, UNTAGGED, CRATE],
            Self::Reply => &[MERGE, UNTAGGED, CRATE],
        }
    }

    /// The words that `#[msdk(...)]` takes on a field.
    pub(crate) const fn field_words(self) -> &'static [&'static str] {
        match self {
            Self::Endpoint => &[
                NAME, QUERY, HEADER, BYTES, CHARS, ITEMS, RANGE, ONE_OF, DEFAULT, JOIN, REPEAT, JSON, QUOTED, SECRET,
                CHUNK, FLATTEN, SERDE,
            ],
            Self::Object => {
                &[NAME, BYTES, CHARS, ITEMS, RANGE, ONE_OF, DEFAULT, JOIN, JSON, QUOTED, SECRET, FLATTEN, SERDE]
            }
            Self::Reply => &[NAME, ALIAS, DEFAULT, FILLED, SECRET, FLATTEN, KEEP, SERDE],
        }
    }

    /// The words that `#[msdk(...)]` takes on the value of an untagged variant.
    pub(crate) const fn alternative_words(self) -> &'static [&'static str] {
        match self {
            Self::Endpoint | Self::Object => &[BYTES, CHARS, ITEMS, RANGE, ONE_OF],
            Self::Reply => &[],
        }
    }

    /// What carries the words of a field, for messages.
    pub(crate) const fn field_owner(self) -> &'static str {
        match self {
            Self::Endpoint => "`#[msdk(...)]` on a request's field",
            Self::Object => "`#[msdk(...)]` on an object's field",
            Self::Reply => "`#[msdk(...)]` on a reply's field",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`#[{}]`", self.attribute())
    }
}

/// The words of an endpoint that cannot hold for a whole module.
pub(crate) const OF_ONE_ENDPOINT: &[&str] = &[PATH, REPLY, FUNCTION, DONE, DEPRECATED, CHECK];

pub(crate) const PATH: &str = "path";
pub(crate) const METHOD: &str = "method";
pub(crate) const REPLY: &str = "reply";
pub(crate) const FUNCTION: &str = "function";
pub(crate) const PLATFORM: &str = "platform";
pub(crate) const APPID: &str = "appid";
pub(crate) const APPID_ALSO: &str = "appid_also";
pub(crate) const OPENID: &str = "openid";
pub(crate) const TOKEN: &str = "token";
pub(crate) const TOKEN_ALSO: &str = "token_also";
pub(crate) const APP_KEY: &str = "app_key";
pub(crate) const FIXED: &str = "fixed";
pub(crate) const QUERY: &str = "query";
pub(crate) const HEADER: &str = "header";
pub(crate) const IDEMPOTENT: &str = "idempotent";
pub(crate) const TIMEOUT: &str = "timeout";
pub(crate) const ATTEMPT_TIMEOUT: &str = "attempt_timeout";
pub(crate) const CODES: &str = "codes";
pub(crate) const DONE: &str = "done";
pub(crate) const OPUA: &str = "opua";
pub(crate) const UNRELEASED: &str = "unreleased";
pub(crate) const CODEC: &str = "codec";
pub(crate) const DEPRECATED: &str = "deprecated";
pub(crate) const MERGE: &str = "merge";
pub(crate) const CHECK: &str = "check";
pub(crate) const UNTAGGED: &str = "untagged";
pub(crate) const CRATE: &str = "crate";

pub(crate) const NAME: &str = "name";
pub(crate) const ALIAS: &str = "alias";
pub(crate) const BYTES: &str = "bytes";
pub(crate) const CHARS: &str = "chars";
pub(crate) const ITEMS: &str = "items";
pub(crate) const RANGE: &str = "range";
pub(crate) const ONE_OF: &str = "one_of";
pub(crate) const JOIN: &str = "join";
pub(crate) const REPEAT: &str = "repeat";
pub(crate) const JSON: &str = "json";
pub(crate) const QUOTED: &str = "quoted";
pub(crate) const SERDE: &str = "serde";
pub(crate) const SECRET: &str = "secret";
pub(crate) const CHUNK: &str = "chunk";
pub(crate) const FILLED: &str = "filled";
pub(crate) const KEEP: &str = "keep";
pub(crate) const FLATTEN: &str = "flatten";
pub(crate) const DEFAULT: &str = "default";

/// The word that carries a `derive(Debug)` which was taken off an item to the derive that replaces it.
pub(crate) const DERIVE: &str = "derive";

/// The word for a part that an endpoint does not have, as in `token = none`.
pub(crate) const NONE: &str = "none";
pub(crate) const INT: &str = "int";
pub(crate) const STRING: &str = "string";

/// The platforms whose players an endpoint may be for; in the code they are `Platform::Qq` and so on.
pub(crate) const PLATFORMS: [(&str, &str); 3] = [("qq", "Qq"), ("wechat", "WeChat"), ("guest", "Guest")];

/// What to do about a code, the first word behind it in `codes(...)`.
pub(crate) const ADVICE: &[&str] =
    &["retry", "log_in_again", "refresh_token", "fix_request", "slow_down", "ignore", "ask_support"];

/// The wire names of the player's token, the commonest first; a field of such a name takes the token's place.
pub(crate) const TOKEN_NAMES: [&str; 3] = ["accessToken", "openkey", "access_token"];
/// The wire names of the app id, likewise.
pub(crate) const APPID_NAMES: [&str; 2] = ["appid", "oauth_consumer_key"];
/// The wire name of the player's openid.
pub(crate) const OPENID_NAME: &str = "openid";
/// What belongs to the envelope of every answer, so that no reply may declare it.
pub(crate) const ENVELOPE_NAMES: &[&str] = &["ret", "msg"];
/// What the client writes into every query, so that no field of a query may have these names.
pub(crate) const QUERY_NAMES: &[&str] =
    &["timestamp", "appid", "sig", "openid", "encode", "conn", "msdkExtInfo", "opua"];
/// What the wire name of a credential has in it, in lower case.
const CREDENTIALS: &[&str] = &[
    "token",
    "secret",
    "passw",
    "pwd",
    "appkey",
    "app_key",
    "apikey",
    "api_key",
    "openkey",
    "skey",
    "session_key",
    "credential",
];

/// Whether a wire name looks like that of a credential. `joinGroupKey` is none: every player's client is given it, and it
/// opens nothing but a request to join.
pub(crate) fn is_credential(name: &str) -> bool {
    let name = name.to_lowercase();
    name == "sig" || name.ends_with("ticket") || CREDENTIALS.iter().any(|credential| name.contains(credential))
}
