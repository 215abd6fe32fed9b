//! QQ groups of guilds.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// A QQ group, mostly one that a guild of the game is bound to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Group {
    /// `groupOpenid`, the id of the group within the app.
    pub openid: String,
    /// `groupCode`, the number that QQ shows.
    pub code: String,
    /// The name.
    pub name: String,
    /// The text that introduces the group.
    #[serde(default)]
    pub memo: String,
    /// How many members it can have.
    #[serde(default = "capacity")]
    pub capacity: u32,
    /// The openid of the owner.
    pub owner: String,
    /// The openids of the administrators.
    #[serde(default)]
    pub admins: Vec<String>,
    /// The openids of the members, the owner's included.
    #[serde(default)]
    pub members: BTreeSet<String>,
    /// The key for joining it.
    #[serde(default)]
    pub join_key: String,
    /// The guild it is bound to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub binding: Option<Binding>,
}

/// The guild that a group is bound to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Binding {
    /// The id of the guild.
    pub unionid: String,
    /// The zone of the guild, `"0"` where the game has none.
    pub zoneid: String,
}

const fn capacity() -> u32 {
    200
}

impl Group {
    /// Makes a group that is bound to no guild and whose only member is its owner.
    pub fn new(
        openid: impl Into<String>,
        code: impl Into<String>,
        name: impl Into<String>,
        owner: impl Into<String>,
    ) -> Self {
        let owner = owner.into();
        Self {
            openid: openid.into(),
            code: code.into(),
            name: name.into(),
            memo: String::new(),
            capacity: capacity(),
            admins: Vec::new(),
            members: BTreeSet::from([owner.clone()]),
            owner,
            join_key: String::new(),
            binding: None,
        }
    }

    /// Binds the group to a guild.
    pub fn with_binding(self, unionid: impl Into<String>, zoneid: impl Into<String>) -> Self {
        Self { binding: Some(Binding { unionid: unionid.into(), zoneid: zoneid.into() }), ..self }
    }

    /// Sets the key for joining it.
    pub fn with_join_key(self, key: impl Into<String>) -> Self {
        Self { join_key: key.into(), ..self }
    }

    /// Adds a member.
    pub fn with_member(mut self, openid: impl Into<String>) -> Self {
        self.members.insert(openid.into());
        self
    }

    /// Adds an administrator, who is a member too.
    pub fn with_admin(mut self, openid: impl Into<String>) -> Self {
        let openid = openid.into();
        self.admins.push(openid.clone());
        self.with_member(openid)
    }
}
