//! What the gateway knows: a small world, kept in memory.

pub mod demo;
mod group;
mod player;
mod problems;
mod vip;
mod wechat;
mod written;

use std::collections::BTreeMap;

use msdk::{Platform, UnixTime, metadata::Metadata};
use serde::{Deserialize, Serialize};

use crate::{Refusal, access::GUEST};
pub use group::{Binding, Group};
pub use player::{Gender, Gift, Player, TokenState};
pub use problems::Problem;
pub use vip::{Term, Vip, VipKind};
pub use wechat::{Picture, Wechat, WechatPlayer, WechatVip};

/// The players, the groups, and what calls have left behind.
///
/// All of it is plain data: set it up with the `with_` methods, and look at it or change it through
/// [`Gateway::with_world`](crate::Gateway::with_world).
///
/// As JSON, or in another format of serde's, it is an object of lists: `players`, `groups`, `forbidden_words`, `messages`,
/// `scores`, `chests`, and `wechat` with `pictures`, `scores` and `battles`. What is left out is empty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default = "World::empty", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct World {
    /// The players of the game, by openid.
    #[serde(with = "written::players")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Player>"))]
    pub players: BTreeMap<String, Player>,
    /// The QQ groups that guilds are, or were, bound to.
    pub groups: Vec<Group>,
    /// The words for which a shared message is refused.
    pub forbidden_words: Vec<String>,
    /// The messages that were shared, in their order.
    pub messages: Vec<Message>,
    /// The reported scores, by openid and type.
    #[serde(with = "written::scores")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<written::ScoreEntry>"))]
    pub scores: BTreeMap<(String, i64), Score>,
    /// What players of WeChat left behind.
    pub wechat: Wechat,
    /// The treasure chests that were made, in their order.
    pub chests: Vec<Chest>,
}

impl World {
    /// Makes a world without anybody in it.
    pub fn empty() -> Self {
        Self {
            players: BTreeMap::new(),
            groups: Vec::new(),
            forbidden_words: Vec::new(),
            messages: Vec::new(),
            scores: BTreeMap::new(),
            wechat: Wechat::default(),
            chests: Vec::new(),
        }
    }

    /// Makes the world of examples: always the same, and described by the constants of [`demo`].
    pub fn demo() -> Self {
        demo::world()
    }

    /// Adds a player, or replaces the one with the same openid.
    pub fn with_player(mut self, player: Player) -> Self {
        self.players.insert(player.openid.clone(), player);
        self
    }

    /// Makes two players friends of each other.
    pub fn with_friends(mut self, one: &str, other: &str) -> Self {
        for (player, friend) in [(one, other), (other, one)] {
            if let Some(player) = self.players.get_mut(player) {
                player.friends.insert(friend.to_owned());
            }
        }
        self
    }

    /// Adds a group.
    pub fn with_group(mut self, group: Group) -> Self {
        self.groups.push(group);
        self
    }

    /// Adds a word that no shared message may have.
    pub fn with_forbidden_word(mut self, word: impl Into<String>) -> Self {
        self.forbidden_words.push(word.into());
        self
    }

    /// Drops the oldest of what calls leave behind, once there is very much of it, so that a gateway can run for months.
    pub(crate) fn forget_the_oldest(&mut self) {
        forget(&mut self.messages);
        forget(&mut self.chests);
        forget(&mut self.wechat.battles);
        while self.wechat.pictures.len() > MOST_PICTURES {
            self.wechat.pictures.pop_first();
        }
    }

    /// Finds the player on whose behalf an endpoint is called, or refuses as its platform does.
    pub(crate) fn find_for(&self, metadata: &Metadata, openid: &str) -> Result<&Player, Refusal> {
        if metadata.platform != Some(Platform::WeChat) {
            let player = self.find(openid)?;
            let is_of_another = metadata.platform == Some(Platform::Qq) && player.wechat.is_some();
            let text = "openid is invalid: the player logged in with WeChat";
            return if is_of_another { Err(Refusal::platform(-22, text)) } else { Ok(player) };
        }
        let player = self.players.get(openid).ok_or_else(|| Refusal::wechat(40003, UNKNOWN))?;
        if player.wechat.is_none() {
            return Err(Refusal::wechat(40003, "openid is invalid: the player did not log in with WeChat"));
        }
        Ok(player)
    }

    /// Finds a player, or refuses as the platform does.
    pub(crate) fn find(&self, openid: &str) -> Result<&Player, Refusal> {
        self.players.get(openid).ok_or_else(|| unknown(openid))
    }

    /// Finds a player to change.
    pub(crate) fn find_mut(&mut self, openid: &str) -> Result<&mut Player, Refusal> {
        self.players.get_mut(openid).ok_or_else(|| unknown(openid))
    }

    /// Finds the caller's friends, in the order of their openids.
    pub(crate) fn friends(&self, caller: &Player) -> impl Iterator<Item = &Player> {
        caller.friends.iter().filter_map(|openid| self.players.get(openid))
    }
}

/// How many messages, chests and battles are kept, about.
const MOST: usize = 10_000;
const MOST_PICTURES: usize = 200;

/// Drops many at once, since the rest has to be moved.
fn forget<T>(list: &mut Vec<T>) {
    if list.len() > MOST {
        list.drain(..MOST / 10);
    }
}

/// A guest is MSDK's own: its logic layer says -110, and mobile QQ is not asked.
fn unknown(openid: &str) -> Refusal {
    if openid.starts_with(GUEST) { Refusal::access(-110, UNKNOWN) } else { Refusal::platform(-22, UNKNOWN) }
}

const UNKNOWN: &str = "openid is invalid: no player of the gateway's world has it (World::with_player adds one)";

/// The world of examples.
impl Default for World {
    fn default() -> Self {
        Self::demo()
    }
}

/// A message that a player shared with a friend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Message {
    /// The openid of the sender.
    pub from: String,
    /// The openid of the receiver.
    pub to: String,
    /// When it was sent, by the gateway's clock.
    #[cfg_attr(feature = "schema", schemars(with = "i64"))]
    pub sent_at: UnixTime,
    /// The title.
    pub title: String,
    /// The summary below the title.
    pub summary: String,
    /// The text of the preview, empty where there is none.
    pub preview_text: String,
    /// The page that the message opens.
    pub target_url: String,
    /// The tag of the platform's statistics, empty where there is none.
    pub game_tag: String,
}

/// A treasure chest that friends of a player open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Chest {
    /// The id.
    pub boxid: String,
    /// The openid of the player who made it.
    pub from: String,
    /// The id of the activity.
    pub actid: i64,
    /// How many items are in it.
    pub num: i64,
    /// How many players may open it.
    pub peoplenum: i64,
}

/// A reported score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Score {
    /// The value, which need not be a number.
    pub data: String,
    /// When the value expires, in seconds since 1970; `"0"` or empty for never.
    pub expires: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_of_what_calls_leave_behind_is_dropped() {
        let mut world = World::empty();
        let chest =
            |number: usize| Chest { boxid: number.to_string(), from: "A".into(), actid: 1, num: 1, peoplenum: 1 };
        let message = |number: usize| Message {
            from: "A".into(),
            to: "B".into(),
            sent_at: UnixTime::from_secs(0),
            title: number.to_string(),
            summary: String::new(),
            preview_text: String::new(),
            target_url: String::new(),
            game_tag: String::new(),
        };
        for number in 0..3 * MOST {
            world.chests.push(chest(number));
            world.messages.push(message(number));
            world.wechat.battles.push(("o".into(), number.into()));
            world.wechat.pictures.insert(format!("{number:08}"), Picture::new("a", "b", Vec::new()));
            world.forget_the_oldest();
        }
        let sizes = [world.chests.len(), world.messages.len(), world.wechat.battles.len()];
        assert!(sizes.iter().all(|size| (MOST * 9 / 10..=MOST).contains(size)), "{sizes:?}");
        let last = (3 * MOST - 1).to_string();
        assert_eq!((&world.chests.last().unwrap().boxid, &world.messages.last().unwrap().title), (&last, &last));
        assert_eq!(world.wechat.pictures.len(), MOST_PICTURES);
        assert!(world.wechat.pictures.contains_key(&format!("{last:0>8}")));
    }
}
