//! What cannot be true of a world.

use std::{collections::BTreeSet, fmt};

use super::World;
use crate::Group;

/// Something that cannot be true of a [`World`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// Where it is, such as `players["A"].friends`.
    pub place: String,
    /// The value that cannot be.
    pub value: String,
    /// Why.
    pub rule: &'static str,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:?} {}", self.place, self.value, self.rule)
    }
}

impl World {
    /// Returns what cannot be true, as far as no type says so: friends whom nobody knows, groups that are there twice, a key
    /// that is not the openid of its player.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (key, player) in &self.players {
            if *key != player.openid {
                problems.push(problem(format!("players[{key:?}]"), &player.openid, "is another openid than the key"));
            }
            let unknown = player.friends.iter().filter(|friend| !self.players.contains_key(*friend));
            let place = || format!("players[{key:?}].friends");
            problems.extend(unknown.map(|friend| problem(place(), friend, "is no player")));
            if player.friends.contains(key) {
                problems.push(problem(place(), key, "is the player"));
            }
        }
        self.groups_twice(&mut problems);
        problems
    }

    fn groups_twice(&self, problems: &mut Vec<Problem>) {
        type Key = (&'static str, fn(&Group) -> &str);
        let keys: [Key; 2] = [("openid", |group| &group.openid), ("code", |group| &group.code)];
        for (name, key) in keys {
            let mut seen = BTreeSet::new();
            for (index, group) in self.groups.iter().enumerate() {
                if !seen.insert(key(group)) {
                    let place = format!("groups[{index}].{name}");
                    problems.push(problem(place, key(group), "is that of another group too"));
                }
            }
        }
    }
}

fn problem(place: String, value: &str, rule: &'static str) -> Problem {
    Problem { place, value: value.to_owned(), rule }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Player;

    #[test]
    fn what_cannot_be_true_is_said() {
        let mut world = World::empty().with_player(Player::new("A", "t"));
        world.players.get_mut("A").unwrap().friends.extend(["A".to_owned(), "B".to_owned()]);
        let group = |code| Group::new("G", code, "name", "A");
        world.groups = vec![group("1"), group("2")];
        let problems: Vec<String> = world.problems().iter().map(ToString::to_string).collect();
        let expected = [
            r#"players["A"].friends: "B" is no player"#,
            r#"players["A"].friends: "A" is the player"#,
            r#"groups[1].openid: "G" is that of another group too"#,
        ];
        assert_eq!(problems, expected);
        assert_eq!(World::demo().problems(), []);
    }
}
