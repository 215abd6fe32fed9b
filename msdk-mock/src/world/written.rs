//! How the world is written: as lists that people can read and edit.

use msdk::Secret;
use serde::Serializer;

/// The players are a list, since each says its openid.
pub(super) mod players {
    use std::collections::BTreeMap;

    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    use crate::Player;

    pub(crate) fn serialize<S: Serializer>(players: &BTreeMap<String, Player>, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(players.values())
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<String, Player>, D::Error> {
        let mut players = BTreeMap::new();
        for player in Vec::<Player>::deserialize(from)? {
            let openid = player.openid.clone();
            if openid.is_empty() {
                return Err(D::Error::custom("a player has an empty openid"));
            }
            if players.insert(openid.clone(), player.with_pictures()).is_some() {
                return Err(D::Error::custom(format_args!("two players have the openid `{openid}`")));
            }
        }
        Ok(players)
    }
}

/// A reported score with its key.
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct ScoreEntry {
    /// The openid of the player.
    openid: String,
    /// The type of the score.
    r#type: i64,
    /// The value.
    data: String,
    /// When it expires, in seconds since 1970; `"0"` or empty for never.
    #[serde(default)]
    expires: String,
}

/// So are the scores.
pub(super) mod scores {
    use std::collections::BTreeMap;

    use serde::{Deserialize as _, Deserializer, Serializer};

    use super::ScoreEntry;
    use crate::Score;

    type Scores = BTreeMap<(String, i64), Score>;

    pub(crate) fn serialize<S: Serializer>(scores: &Scores, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(scores.iter().map(|((openid, r#type), score)| ScoreEntry {
            openid: openid.clone(),
            r#type: *r#type,
            data: score.data.clone(),
            expires: score.expires.clone(),
        }))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Scores, D::Error> {
        let entries = Vec::<ScoreEntry>::deserialize(from)?.into_iter();
        Ok(entries
            .map(|ScoreEntry { openid, r#type, data, expires }| ((openid, r#type), Score { data, expires }))
            .collect())
    }
}

/// The gender is a word.
pub(super) mod gender {
    use serde::{Deserialize as _, Deserializer, Serializer};

    use crate::Gender;

    /// What the platform says of a player who does not say.
    pub(crate) fn unsaid() -> Gender {
        Gender::Male
    }

    pub(crate) fn serialize<S: Serializer>(gender: &Gender, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(match gender {
            Gender::Male => "male",
            Gender::Female => "female",
            Gender::Other(other) => other,
            _ => "",
        })
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Gender, D::Error> {
        Ok(match String::deserialize(from)?.as_str() {
            "male" | "男" => Gender::Male,
            "female" | "女" => Gender::Female,
            other => Gender::Other(other.to_owned()),
        })
    }
}

/// The kinds of memberships have names; those of other kinds are their codes.
pub(super) mod vips {
    use std::collections::{BTreeMap, HashMap};

    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    use crate::{Vip, VipKind};

    const NAMES: [(&str, VipKind); 7] = [
        ("normal", VipKind::Normal),
        ("blue", VipKind::Blue),
        ("red", VipKind::Red),
        ("super", VipKind::Super),
        ("game", VipKind::Game),
        ("xinyue", VipKind::Xinyue),
        ("yellow", VipKind::Yellow),
    ];

    type Vips = HashMap<VipKind, Vip>;

    pub(crate) fn serialize<S: Serializer>(vips: &Vips, to: S) -> Result<S::Ok, S::Error> {
        let named: BTreeMap<String, &Vip> = vips.iter().map(|(kind, vip)| (name(*kind), vip)).collect();
        to.collect_map(named)
    }

    fn name(kind: VipKind) -> String {
        let known = NAMES.iter().find(|(_, known)| *known == kind);
        known.map_or_else(|| kind.code().to_string(), |(name, _)| (*name).to_owned())
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vips, D::Error> {
        let named = BTreeMap::<String, Vip>::deserialize(from)?.into_iter();
        let kind = |name: &str| {
            let known = NAMES.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind);
            known.or_else(|| name.parse::<i64>().ok().map(VipKind::from_code))
        };
        let mut vips = Vips::new();
        for (name, vip) in named {
            let kind = kind(&name).ok_or_else(|| {
                let known = NAMES.map(|(name, _)| name).join(", ");
                D::Error::custom(format_args!("`{name}` is no kind of membership; there are {known}, or a code"))
            })?;
            vips.insert(kind, vip);
        }
        Ok(vips)
    }
}

/// Files are in base64.
pub(super) mod base64 {
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    pub(crate) fn serialize<S: Serializer>(file: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&STANDARD.encode(file))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
        STANDARD.decode(String::deserialize(from)?).map_err(D::Error::custom)
    }
}

/// A secret of a world that is made up. A real one is never written.
pub(super) fn secret<S: Serializer>(secret: &Secret, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(secret.expose())
}
