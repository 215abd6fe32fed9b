//! What only players of WeChat have.

use std::collections::BTreeMap;

use msdk::{Secret, UnixTime, protocol::MsdkSigner};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Score, written};

/// What is known of a player who logged in with WeChat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct WechatPlayer {
    /// The refresh token.
    #[serde(serialize_with = "written::secret")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub refresh_token: Secret,
    /// When the access token stops holding; never until the first refresh.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<i64>"))]
    pub token_expires: Option<UnixTime>,
    /// When the refresh token stops holding, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<i64>"))]
    pub refresh_token_expires: Option<UnixTime>,
    /// The province.
    #[serde(default)]
    pub province: String,
    /// The city.
    #[serde(default)]
    pub city: String,
    /// The country.
    #[serde(default)]
    pub country: String,
    /// The language.
    #[serde(default)]
    pub language: String,
    /// The id by which all games of one owner know the player.
    #[serde(default)]
    pub unionid: String,
    /// The privileges.
    #[serde(default)]
    pub privileges: Vec<String>,
    /// The membership in the game's club.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vip: Option<WechatVip>,
}

impl WechatPlayer {
    pub(super) fn new(refresh_token: Secret) -> Self {
        Self {
            refresh_token,
            token_expires: None,
            refresh_token_expires: None,
            province: "Guangdong".into(),
            city: "Shenzhen".into(),
            country: "CN".into(),
            language: "zh_CN".into(),
            unionid: String::new(),
            privileges: Vec::new(),
            vip: None,
        }
    }

    /// Gives the player a new refresh token and returns a new access token, which holds for two hours.
    pub(crate) fn refresh(&mut self, now: UnixTime) -> Secret {
        let made_of = MsdkSigner::new(self.refresh_token.clone());
        let in_seconds = |seconds: i64| Some(UnixTime::from_secs(now.as_secs().saturating_add(seconds)));
        self.refresh_token = made_of.signature("refresh");
        self.token_expires = in_seconds(Self::TOKEN_SECONDS);
        self.refresh_token_expires = in_seconds(30 * 24 * 60 * 60);
        made_of.signature("access")
    }

    /// How long an access token holds.
    pub(crate) const TOKEN_SECONDS: i64 = 7200;
}

/// A membership in the game's club.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WechatVip {
    /// The level.
    pub level: i64,
    /// The points.
    pub score: i64,
}

/// What players of WeChat left behind.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Wechat {
    /// The pictures that were uploaded, by `media_id`.
    pub pictures: BTreeMap<String, Picture>,
    /// The reported scores, by openid.
    pub scores: BTreeMap<String, Score>,
    /// The reported battles: the openid of the caller, and what was reported.
    pub battles: Vec<(String, Value)>,
}

/// A picture that was uploaded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Picture {
    /// The name of the file.
    pub filename: String,
    /// The kind of picture.
    pub content_type: String,
    /// The file.
    #[serde(with = "written::base64")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub file: Vec<u8>,
}

impl Picture {
    pub(crate) fn new(filename: &str, content_type: &str, file: Vec<u8>) -> Self {
        Self { filename: filename.to_owned(), content_type: content_type.to_owned(), file }
    }
}
