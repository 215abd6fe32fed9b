//! The world in pieces, each of which is kept by itself.

use std::collections::BTreeMap;

use serde::{Serialize, de::DeserializeOwned};

use crate::World;

/// Pieces that are new or changed, and those that are gone.
type Changes = Vec<(String, Option<String>)>;

impl World {
    /// Returns the pieces that are not what they were.
    pub(crate) fn changes_since(&self, had: &Self) -> Changes {
        let mut changes = Changes::new();
        map(&mut changes, "player", &self.players, &had.players, Clone::clone);
        list(&mut changes, "group", &self.groups, &had.groups);
        list(&mut changes, "forbidden_word", &self.forbidden_words, &had.forbidden_words);
        list(&mut changes, "message", &self.messages, &had.messages);
        map(&mut changes, "score", &self.scores, &had.scores, |(openid, kind)| format!("{kind}/{openid}"));
        list(&mut changes, "chest", &self.chests, &had.chests);
        map(&mut changes, "wechat_picture", &self.wechat.pictures, &had.wechat.pictures, Clone::clone);
        map(&mut changes, "wechat_score", &self.wechat.scores, &had.wechat.scores, Clone::clone);
        list(&mut changes, "wechat_battle", &self.wechat.battles, &had.wechat.battles);
        changes
    }

    /// Puts a world together again.
    pub(crate) fn from_entries(entries: &BTreeMap<String, String>) -> Result<Self, String> {
        let mut world = Self::empty();
        for (key, json) in entries {
            let (kind, name) = key.split_once('/').unwrap_or((key, ""));
            let name = name.to_owned();
            match kind {
                // Their numbers have as many digits each, so they come in their order.
                _ if key == super::MARK.0 => {}
                "player" => drop(world.players.insert(name, read(key, json)?)),
                "group" => world.groups.push(read(key, json)?),
                "forbidden_word" => world.forbidden_words.push(read(key, json)?),
                "message" => world.messages.push(read(key, json)?),
                "score" => {
                    let (kind, openid) = name.split_once('/').unwrap_or(("", &name));
                    let kind = kind.parse().map_err(|_| format!("{key} is no key of a score"))?;
                    world.scores.insert((openid.to_owned(), kind), read(key, json)?);
                }
                "chest" => world.chests.push(read(key, json)?),
                "wechat_picture" => drop(world.wechat.pictures.insert(name, read(key, json)?)),
                "wechat_score" => drop(world.wechat.scores.insert(name, read(key, json)?)),
                "wechat_battle" => world.wechat.battles.push(read(key, json)?),
                _ => return Err(format!("{key} is no part of a world")),
            }
        }
        Ok(world)
    }
}

fn map<K: Ord, V: PartialEq + Serialize>(
    changes: &mut Changes,
    kind: &str,
    now: &BTreeMap<K, V>,
    had: &BTreeMap<K, V>,
    name: impl Fn(&K) -> String,
) {
    let new = now.iter().filter(|(key, value)| had.get(key) != Some(value));
    changes.extend(new.map(|(key, value)| (format!("{kind}/{}", name(key)), written(value))));
    let gone = had.keys().filter(|key| !now.contains_key(key));
    changes.extend(gone.map(|key| (format!("{kind}/{}", name(key)), None)));
}

fn list<V: PartialEq + Serialize>(changes: &mut Changes, kind: &str, now: &[V], had: &[V]) {
    let key = |index| format!("{kind}/{index:08}");
    let new = now.iter().enumerate().filter(|(index, value)| had.get(*index) != Some(value));
    changes.extend(new.map(|(index, value)| (key(index), written(value))));
    changes.extend((now.len()..had.len()).map(|index| (key(index), None)));
}

/// What has a piece of a world is plain data with texts as keys, which can be written.
fn written(value: &impl Serialize) -> Option<String> {
    serde_json::to_string(value).ok()
}

fn read<T: DeserializeOwned>(key: &str, json: &str) -> Result<T, String> {
    serde_json::from_str(json).map_err(|error| format!("{key}: {error}"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{Player, demo};

    fn apply(entries: &mut BTreeMap<String, String>, changes: Changes) {
        for (key, value) in changes {
            match value {
                Some(value) => drop(entries.insert(key, value)),
                None => assert!(entries.remove(&key).is_some(), "{key} was there"),
            }
        }
    }

    fn busy() -> World {
        let mut world = World::demo();
        world.wechat.battles = (0..12).map(|number| (format!("o{number}"), json!({"n": number}))).collect();
        world.scores.insert(("A/B".into(), 3), crate::Score { data: "7".into(), expires: String::new() });
        world.wechat.pictures.insert("m/1".into(), crate::Picture::new("a.png", "png", vec![0, 255]));
        world
    }

    #[test]
    fn a_world_comes_back_from_its_pieces() {
        let mut entries = BTreeMap::new();
        apply(&mut entries, busy().changes_since(&World::empty()));
        assert_eq!(World::from_entries(&entries).unwrap(), busy());
    }

    #[test]
    fn only_what_changed_is_a_change() {
        let (had, mut world) = (busy(), busy());
        assert_eq!(world.changes_since(&had), []);
        world.players.get_mut(demo::CALLER).unwrap().wifi = false;
        world.players.remove(demo::GUEST);
        world.wechat.battles.pop();
        let changes = world.changes_since(&had);
        let keys: Vec<(&str, bool)> = changes.iter().map(|(key, value)| (key.as_str(), value.is_some())).collect();
        let caller = format!("player/{}", demo::CALLER);
        let guest = format!("player/{}", demo::GUEST);
        assert_eq!(keys, [(caller.as_str(), true), (guest.as_str(), false), ("wechat_battle/00000011", false)]);
        let mut entries = BTreeMap::new();
        apply(&mut entries, had.changes_since(&World::empty()));
        apply(&mut entries, changes);
        assert_eq!(World::from_entries(&entries).unwrap(), world);
    }

    #[test]
    fn what_is_no_piece_of_a_world_is_said() {
        let of = |key: &str, json: &str| World::from_entries(&BTreeMap::from([(key.to_owned(), json.to_owned())]));
        assert_eq!(of("moon/1", "{}").unwrap_err(), "moon/1 is no part of a world");
        assert!(of("player/A", "{}").unwrap_err().starts_with("player/A: missing field `openid`"));
    }

    #[test]
    fn a_world_is_written_as_lists() {
        let world =
            World::empty().with_player(Player::new("A", "t").with_vip(crate::VipKind::Blue, crate::Vip::default()));
        let json = serde_json::to_value(&world).unwrap();
        assert_eq!(json["players"][0]["vips"], json!({"blue": {"level": 0, "luxury": false}}));
        assert_eq!(serde_json::from_value::<World>(json).unwrap(), world);
        assert_eq!(serde_json::from_value::<World>(json!({})).unwrap(), World::empty());
        let refused = |json| serde_json::from_value::<World>(json).unwrap_err().to_string();
        let player = json!({"openid": "A", "token": "t"});
        assert_eq!(refused(json!({"players": [player, player]})), "two players have the openid `A`");
        assert!(
            refused(json!({"players": [{"openid": "A", "token": "t", "vips": {"pink": {}}}]}))
                .starts_with("`pink` is no kind")
        );
        assert!(refused(json!({"player": []})).starts_with("unknown field `player`"));
    }
}
